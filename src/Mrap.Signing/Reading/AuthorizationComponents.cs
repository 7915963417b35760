using Mrap.Signing.Faults;

namespace Mrap.Signing.Reading;

/// <summary>The three named parts of a signature, as text.</summary>
internal readonly record struct AuthorizationComponents(string Credential, string SignedHeaders, string Signature)
{
    /// <summary>Reads what follows the algorithm in an Authorization header; gives the fault, or null and the parts.</summary>
    public static SignatureFault? Read(ReadOnlySpan<char> text, out AuthorizationComponents components)
    {
        string? credential = null, signedHeaders = null, signature = null;
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
            var repeated = false;
            switch (name)
            {
                case "Credential":
                    repeated = credential is not null;
                    credential = value.ToString();
                    break;
                case "SignedHeaders":
                    repeated = signedHeaders is not null;
                    signedHeaders = value.ToString();
                    break;
                case "Signature":
                    repeated = signature is not null;
                    signature = value.ToString();
                    break;
                default:
                    return SignatureFaults.Header(
                        $"the authorization component \"{SignatureFaults.Shorten(part.ToString())}\" is malformed.");
            }

            if (repeated || equals < 0)
            {
                return SignatureFaults.Header($"the authorization component \"{SignatureFaults.Shorten(part.ToString())}\" is malformed.");
            }
        }

        var missing = string.IsNullOrEmpty(credential)
            ? "Credential"
            : string.IsNullOrEmpty(signedHeaders)
            ? "SignedHeaders"
            : string.IsNullOrEmpty(signature)
            ? "Signature"
            : null;
        if (missing is not null)
        {
            return SignatureFaults.Header($"missing {missing}.");
        }

        components = new AuthorizationComponents(credential!, signedHeaders!, signature!);
        return null;
    }
}
