using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Objects;

/// <summary>What <c>x-amz-copy-source</c> names.</summary>
/// <param name="Bucket">The bucket as it came.</param>
/// <param name="VersionId">The version; null for the newest.</param>
internal sealed record CopySource(string Bucket, string Key, string? VersionId)
{
    private const string VersionMark = "?versionId=";

    /// <summary>Whether a request copies.</summary>
    public static bool IsIn(HttpRequest request) => request.Headers.ContainsKey(S3Headers.CopySource);

    /// <summary>Reads the header of a request.</summary>
    /// <exception cref="ServiceException">It names no object, or an access point.</exception>
    public static CopySource Require(S3Request request)
    {
        var text = request.Header(S3Headers.CopySource) ?? string.Empty;
        if (NamesArn(text))
        {
            throw ServiceErrors.InvalidRequest("The copy source cannot be an access point. Specify the source as bucket/key.");
        }

        return TryRead(text, out var source)
            ? source
            : throw S3Errors.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", S3Headers.CopySource, text);
    }

    /// <summary>Reads <c>/bucket/key?versionId=id</c>, percent-encoded, with or without the slash in front.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out CopySource? source)
    {
        source = null;
        string? versionId = null;
        var mark = text.LastIndexOf(VersionMark, StringComparison.Ordinal);
        if (mark >= 0)
        {
            versionId = Uri.UnescapeDataString(text[(mark + VersionMark.Length)..]);
            text = text[..mark];
        }

        var path = Uri.UnescapeDataString(text).AsSpan();
        if (!path.IsEmpty && path[0] == '/')
        {
            path = path[1..];
        }

        var slash = path.IndexOf('/');
        if (slash <= 0 || slash == path.Length - 1)
        {
            return false;
        }

        source = new CopySource(path[..slash].ToString(), path[(slash + 1)..].ToString(), versionId);
        return true;
    }

    private static bool NamesArn(string text) =>
        Uri.UnescapeDataString(text).TrimStart('/').StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
}
