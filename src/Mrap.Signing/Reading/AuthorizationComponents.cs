using Mrap.Signing.Faults;

namespace Mrap.Signing.Reading;

/// <summary>The three named parts of a signature, as text.</summary>
internal readonly ref struct AuthorizationComponents(
    ReadOnlySpan<char> credential, ReadOnlySpan<char> signedHeaders, ReadOnlySpan<char> signature)
{
    /// <summary>The key and its scope.</summary>
    public ReadOnlySpan<char> Credential { get; } = credential;

    /// <summary>The names of the signed headers.</summary>
    public ReadOnlySpan<char> SignedHeaders { get; } = signedHeaders;

    /// <summary>The signature.</summary>
    public ReadOnlySpan<char> Signature { get; } = signature;

    /// <summary>Reads what follows the algorithm in an Authorization header; gives the fault, or null and the parts.</summary>
    public static SignatureFault? Read(ReadOnlySpan<char> text, out AuthorizationComponents components)
    {
        ReadOnlySpan<char> credential = default, signedHeaders = default, signature = default;
        var (hasCredential, hasSignedHeaders, hasSignature) = (false, false, false);
        components = default;
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            if (part.IsEmpty)
            {
                continue;
            }

            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part[..equals].TrimEnd();
            var value = equals < 0 ? default : part[(equals + 1)..].Trim();
            var isFresh = name switch
            {
                "Credential" => Take(value, ref credential, ref hasCredential),
                "SignedHeaders" => Take(value, ref signedHeaders, ref hasSignedHeaders),
                "Signature" => Take(value, ref signature, ref hasSignature),
                _ => false,
            };
            if (!isFresh || equals < 0)
            {
                return SignatureFaults.Header($"the authorization component \"{SignatureFaults.Shorten(part.ToString())}\" is malformed.");
            }
        }

        var missing = credential.IsEmpty ? "Credential"
            : signedHeaders.IsEmpty ? "SignedHeaders"
            : signature.IsEmpty ? "Signature"
            : null;
        if (missing is not null)
        {
            return SignatureFaults.Header($"missing {missing}.");
        }

        components = new AuthorizationComponents(credential, signedHeaders, signature);
        return null;
    }

    private static bool Take(ReadOnlySpan<char> value, ref ReadOnlySpan<char> part, ref bool isTaken)
    {
        if (isTaken)
        {
            return false;
        }

        isTaken = true;
        part = value;
        return true;
    }
}
