using System.Collections.Immutable;
using Mrap.Signing.Keys;

namespace Mrap.Signing.Signatures;

/// <summary>The signature of a request, read from its Authorization header or its query but not yet verified.</summary>
public sealed record RequestSignature
{
    /// <summary>The algorithm named by the request.</summary>
    public required SigningAlgorithm Algorithm { get; init; }

    /// <summary>Whether it stood in the header or in the query.</summary>
    public required SignatureLocation Location { get; init; }

    /// <summary>The key that claims to have signed; one character or more, not verified.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The scope of the credential.</summary>
    public required CredentialScope Scope { get; init; }

    /// <summary>The names of the signed headers in lower case, in the order given.</summary>
    public required ImmutableArray<string> SignedHeaders { get; init; }

    /// <summary>The signature: lower or upper case hexadecimal of at most 256 digits; DER-encoded for V4A.</summary>
    public required string Signature { get; init; }

    /// <summary>The Regions in which a V4A signature holds, such as <c>*</c>; null for V4 and when the request names none.</summary>
    public string? RegionSet { get; init; }

    /// <summary>When the request says it was signed, in UTC with whole seconds.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>How long a presigned URL holds, 0 to 604800 seconds; null for a header.</summary>
    public TimeSpan? Expires { get; init; }

    /// <summary>The session token sent along, or null.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>The payload hash named in the query of a presigned URL (<c>X-Amz-Content-Sha256</c>), or null.</summary>
    public string? QueryPayloadHash { get; init; }

    /// <summary>Whether a header is under the signature.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <returns>Whether the name is among the signed headers.</returns>
    public bool Covers(string name)
    {
        foreach (var signed in SignedHeaders)
        {
            if (signed.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the signature may be used in a Region.</summary>
    /// <param name="region">The Region that serves the request.</param>
    /// <returns>
    /// For V4 whether the scope names the Region; for V4A whether the region set holds it, directly or by a <c>*</c> wildcard.
    /// </returns>
    public bool HoldsIn(string region)
    {
        if (Algorithm == SigningAlgorithm.V4)
        {
            return string.Equals(Scope.Region, region, StringComparison.Ordinal);
        }

        foreach (var part in RegionSet.AsSpan().Split(','))
        {
            var pattern = RegionSet.AsSpan()[part].Trim();
            var star = pattern.IndexOf('*');
            if (star < 0 ? pattern.SequenceEqual(region)
                : region.AsSpan().StartsWith(pattern[..star]) && region.AsSpan(star).EndsWith(pattern[(star + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names the key and the scope, never the signature or the token.</summary>
    /// <returns>A text fit for a log.</returns>
    public override string ToString() => $"{Algorithm.Label()} {AccessKeyId}/{Scope} ({Location})";
}
