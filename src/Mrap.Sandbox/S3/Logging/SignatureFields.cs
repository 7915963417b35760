using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>How a request was signed, as access logs tell it.</summary>
/// <param name="Version"><c>SigV2</c> or <c>SigV4</c>, which stands for Version 4A too; null when it was not signed.</param>
/// <param name="Kind"><c>AuthHeader</c> or <c>QueryString</c>; null when it was not signed.</param>
internal readonly record struct SignatureFields(string? Version, string? Kind)
{
    /// <summary>Those of a request.</summary>
    public static SignatureFields Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return new(header.StartsWith("AWS ", StringComparison.Ordinal) ? "SigV2" : "SigV4", "AuthHeader");
        }

        var query = request.QueryString.Value ?? string.Empty;
        return query.Contains("X-Amz-Signature=", StringComparison.OrdinalIgnoreCase) ? new("SigV4", "QueryString")
            : query.Contains("Signature=", StringComparison.Ordinal) ? new("SigV2", "QueryString")
            : default;
    }
}
