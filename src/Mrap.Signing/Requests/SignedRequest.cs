using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;

namespace Mrap.Signing.Requests;

/// <summary>What signing made.</summary>
/// <param name="Signature">The signature with all its parts.</param>
/// <param name="CanonicalRequest">The canonical request, for people who look for a mismatch.</param>
/// <param name="StringToSign">The string that was signed.</param>
/// <param name="Chunks">The chain that signs the body's chunks; null unless the payload has signed chunks.</param>
public sealed record SignedRequest(RequestSignature Signature, string CanonicalRequest, string StringToSign, ChunkSignatureChain? Chunks)
{
    /// <summary>The value of the Authorization header; not used for a presigned request.</summary>
    public string Authorization =>
        $"{Signature.Algorithm.Label()} Credential={Signature.AccessKeyId}/{Signature.Scope}, "
            + $"SignedHeaders={string.Join(';', Signature.SignedHeaders)}, Signature={Signature.Signature}";
}
