namespace Mrap.Signing.Reading;

/// <summary>The signing parameters of a query, decoded.</summary>
internal struct QueryParameters
{
    public string? Algorithm { get; private set; }

    public string? Credential { get; private set; }

    public string? Date { get; private set; }

    public string? Expires { get; private set; }

    public string? SignedHeaders { get; private set; }

    public string? Signature { get; private set; }

    public string? RegionSet { get; private set; }

    public string? SecurityToken { get; private set; }

    public string? PayloadHash { get; private set; }

    public string? LegacyAccessKeyId { get; private set; }

    /// <summary>Whether a parameter came twice.</summary>
    public bool IsRepeated { get; private set; }

    public readonly bool HasAlgorithm => Algorithm is not null;

    public readonly bool HasAny => Credential is not null || Signature is not null;

    public readonly bool IsLegacy => LegacyAccessKeyId is not null;

    /// <summary>Reads a raw query without its question mark.</summary>
    public static QueryParameters Read(ReadOnlySpan<char> query)
    {
        var found = default(QueryParameters);
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            if (name.StartsWith("X-Amz-", StringComparison.Ordinal))
            {
                found.Keep(name["X-Amz-".Length..], equals < 0 ? default : pair[(equals + 1)..]);
            }
            else if (name is "AWSAccessKeyId")
            {
                found.LegacyAccessKeyId = Decode(equals < 0 ? default : pair[(equals + 1)..]);
            }
        }

        return found;
    }

    private void Keep(ReadOnlySpan<char> name, ReadOnlySpan<char> raw)
    {
        switch (name)
        {
            case "Algorithm":
                Algorithm = Once(Algorithm, raw);
                break;
            case "Credential":
                Credential = Once(Credential, raw);
                break;
            case "Date":
                Date = Once(Date, raw);
                break;
            case "Expires":
                Expires = Once(Expires, raw);
                break;
            case "SignedHeaders":
                SignedHeaders = Once(SignedHeaders, raw);
                break;
            case "Signature":
                Signature = Once(Signature, raw);
                break;
            case "Region-Set":
                RegionSet = Once(RegionSet, raw);
                break;
            case "Security-Token":
                SecurityToken = Once(SecurityToken, raw);
                break;
            case "Content-Sha256":
                PayloadHash = Once(PayloadHash, raw);
                break;
            default:
                break;
        }
    }

    private string Once(string? before, ReadOnlySpan<char> raw)
    {
        IsRepeated |= before is not null;
        return Decode(raw);
    }

    private static string Decode(ReadOnlySpan<char> raw) => Uri.UnescapeDataString(raw);
}
