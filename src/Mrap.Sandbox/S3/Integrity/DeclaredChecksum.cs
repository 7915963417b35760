using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>What a client says the body of its request hashes to (AWS page "Checking object integrity").</summary>
internal sealed class DeclaredChecksum
{
    private const int Md5Size = 16;

    private readonly byte[]? _md5;
    private readonly string? _md5Text;
    private readonly string? _value;

    private DeclaredChecksum(ChecksumAlgorithm? algorithm, string? value, string? md5Text, byte[]? md5)
    {
        IsNamed = algorithm is not null;
        Algorithm = algorithm ?? ChecksumAlgorithm.Crc64Nvme;
        _value = value;
        _md5Text = md5Text;
        _md5 = md5;
    }

    /// <summary>The algorithm to compute: the one named, otherwise the one S3 chooses.</summary>
    public ChecksumAlgorithm Algorithm { get; }

    /// <summary>Whether the client named the algorithm and gives a value in a header or a trailer.</summary>
    public bool IsNamed { get; }

    /// <summary>Whether there is a Content-MD5.</summary>
    public bool HasMd5 => _md5 is not null;

    /// <summary>Reads the headers.</summary>
    /// <exception cref="ServiceException">They are invalid or contradict each other.</exception>
    public static DeclaredChecksum Read(S3Request request)
    {
        var (md5Text, md5) = ReadMd5(request);
        var headers = request.Http.Request.Headers;
        ChecksumAlgorithm? algorithm = null;
        string? value = null;
        foreach (var candidate in ChecksumNames.All)
        {
            if (headers.TryGetValue(ChecksumNames.Header(candidate), out var given))
            {
                RefuseSecond(algorithm);
                algorithm = candidate;
                value = given.ToString();
                if (!ChecksumNames.IsValue(candidate, value))
                {
                    throw ServiceErrors.InvalidRequest($"Value for {ChecksumNames.Header(candidate)} header is invalid.");
                }
            }
        }

        RefuseUnknown(headers);
        if (request.Header("x-amz-trailer") is { } trailers)
        {
            foreach (var name in trailers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (name.StartsWith(ChecksumNames.HeaderPrefix, StringComparison.OrdinalIgnoreCase))
                {
                    RefuseSecond(algorithm);
                    algorithm = ChecksumNames.Parse(name[ChecksumNames.HeaderPrefix.Length..])
                        ?? throw ServiceErrors.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
                }
            }
        }

        CheckNamedBySdk(request, algorithm);
        return new DeclaredChecksum(algorithm, value, md5Text, md5);
    }

    /// <summary>Compares what a staged body hashes to with what the client said; to be called once the body was read to its end.</summary>
    /// <exception cref="ServiceException">They differ.</exception>
    public void Verify(S3Request request, StagedBody body)
    {
        if (HasMd5)
        {
            VerifyMd5(body.Md5.Span);
        }

        if (!IsNamed)
        {
            return;
        }

        foreach (var computed in body.Checksums)
        {
            if (computed.Algorithm == Algorithm)
            {
                VerifyValue(request, computed.Value);
            }
        }
    }

    /// <summary>Compares the Content-MD5.</summary>
    /// <exception cref="ServiceException">They differ.</exception>
    public void VerifyMd5(ReadOnlySpan<byte> computed)
    {
        if (_md5 is not null && !CryptographicOperations.FixedTimeEquals(_md5, computed))
        {
            throw S3Errors.BadDigest(_md5Text!, Convert.ToBase64String(computed));
        }
    }

    /// <summary>Compares the value of the named algorithm, from its header or trailer.</summary>
    /// <exception cref="ServiceException">They differ, or the announced trailer is missing or malformed.</exception>
    public void VerifyValue(S3Request request, string computed)
    {
        var expected = _value;
        if (expected is null)
        {
            if (!request.Trailers.TryGetValue(ChecksumNames.Header(Algorithm), out expected))
            {
                throw S3Errors.MalformedTrailer();
            }

            expected = expected.Trim();
            if (!ChecksumNames.IsValue(Algorithm, expected))
            {
                throw ServiceErrors.InvalidRequest($"Value for {ChecksumNames.Header(Algorithm)} trailing header is invalid.");
            }
        }

        if (expected != computed)
        {
            throw ServiceErrors.BadChecksum(ChecksumNames.Name(Algorithm));
        }
    }

    private static (string? Text, byte[]? Md5) ReadMd5(S3Request request)
    {
        if (request.Header("Content-MD5") is not { } text)
        {
            return (null, null);
        }

        var bytes = new byte[Md5Size];
        return text.Length <= 32 && Convert.TryFromBase64String(text, bytes, out var written) && written == Md5Size
            ? (text, bytes)
            : throw S3Errors.InvalidDigest(text);
    }

    private static void RefuseUnknown(IHeaderDictionary headers)
    {
        foreach (var header in headers)
        {
            if (header.Key.StartsWith(ChecksumNames.HeaderPrefix, StringComparison.OrdinalIgnoreCase)
                && !header.Key.EndsWith("-type", StringComparison.OrdinalIgnoreCase)
                && !header.Key.EndsWith("-mode", StringComparison.OrdinalIgnoreCase)
                && !header.Key.EndsWith("-algorithm", StringComparison.OrdinalIgnoreCase)
                && ChecksumNames.Parse(header.Key[ChecksumNames.HeaderPrefix.Length..]) is null)
            {
                throw ServiceErrors.InvalidRequest("The algorithm type you specified in x-amz-checksum- header is invalid.");
            }
        }
    }

    private static void RefuseSecond(ChecksumAlgorithm? algorithm)
    {
        if (algorithm is not null)
        {
            throw ServiceErrors.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
    }

    private static void CheckNamedBySdk(S3Request request, ChecksumAlgorithm? algorithm)
    {
        if (request.Header("x-amz-sdk-checksum-algorithm") is not { Length: > 0 } name)
        {
            return;
        }

        if (!string.Equals(name, "MD5", StringComparison.OrdinalIgnoreCase) && ChecksumNames.Parse(name) is null)
        {
            throw ServiceErrors.InvalidRequest(ChecksumNames.Unsupported);
        }

        var hasMd5 = request.Http.Request.Headers.ContainsKey("Content-MD5");
        if (algorithm is null && !hasMd5)
        {
            throw ServiceErrors.InvalidRequest(
                "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        if (algorithm is not null && ChecksumNames.Parse(name) is { } named && named != algorithm)
        {
            throw ServiceErrors.InvalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");
        }
    }
}
