using System.Globalization;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;
using Mrap.Signing.Text;

namespace Mrap.Signing.Reading;

/// <summary>Reads the credential of a signature: an access key id and a scope.</summary>
internal static class CredentialReader
{
    private const int Capacity = 512;

    private static readonly TextCache<(string AccessKeyId, CredentialScope Scope)> s_v4 = new(Capacity);
    private static readonly TextCache<(string AccessKeyId, CredentialScope Scope)> s_v4A = new(Capacity);

    /// <summary>Reads the text; gives the fault, or null and the parts.</summary>
    public static SignatureFault? Read(
        ReadOnlySpan<char> credential, SigningAlgorithm algorithm, SignatureLocation location, out string accessKeyId,
        out CredentialScope? scope)
    {
        var cache = algorithm == SigningAlgorithm.V4A ? s_v4A : s_v4;
        if (cache.TryGet(credential, out var known))
        {
            (accessKeyId, scope) = known;
            return null;
        }

        var fault = ReadNew(credential.ToString(), algorithm, location, out accessKeyId, out scope);
        if (fault is null)
        {
            cache.Keep(credential, (accessKeyId, scope!));
        }

        return fault;
    }

    private static SignatureFault? ReadNew(
        string credential, SigningAlgorithm algorithm, SignatureLocation location, out string accessKeyId, out CredentialScope? scope)
    {
        // The access key id may itself hold slashes, so the fixed parts are counted from the end.
        var parts = credential.Split('/');
        var fixedParts = algorithm == SigningAlgorithm.V4A ? 3 : 4;
        (accessKeyId, scope) = ("", null);
        if (parts.Length < fixedParts + 1)
        {
            var form = algorithm == SigningAlgorithm.V4A
                ? "<YOUR-AKID>/YYYYMMDD/SERVICE/aws4_request"
                : "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request";
            return SignatureFaults.Scope(location, $"the Credential is mal-formed; expecting \"{form}\".");
        }

        var date = parts[^fixedParts];
        var region = algorithm == SigningAlgorithm.V4A ? null : parts[^3];
        accessKeyId = string.Join('/', parts[..^fixedParts]);
        if (accessKeyId.Length == 0)
        {
            return SignatureFaults.Scope(location, "a non-empty Access Key (AKID) must be provided in the credential.");
        }

        if (!DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return SignatureFaults.Scope(
                location,
                $"incorrect date format \"{SignatureFaults.Shorten(date)}\". This date in the credential must be in the format "
                    + $"\"yyyyMMdd\".");
        }

        if (region is { Length: 0 })
        {
            return SignatureFaults.Scope(location, "a non-empty region must be provided in the credential.");
        }

        if (parts[^2].Length == 0)
        {
            return SignatureFaults.Scope(location, "a non-empty service must be provided in the credential.");
        }

        if (!string.Equals(parts[^1], CredentialScope.Terminator, StringComparison.Ordinal))
        {
            return SignatureFaults.Scope(
                location,
                $"incorrect terminal \"{SignatureFaults.Shorten(parts[^1])}\". This endpoint uses \"{CredentialScope.Terminator}\".");
        }

        scope = new CredentialScope(date, region, parts[^2]);
        return null;
    }
}
