using Mrap.Signing.Bodies;
using Mrap.Signing.Faults;
using Mrap.Signing.Signatures;

namespace Mrap.Signing.Verification;

/// <summary>The outcome of verifying a request's signature.</summary>
public abstract record SignatureVerification
{
    private SignatureVerification()
    {
    }

    /// <summary>The signature is the request's, made with the credential, now.</summary>
    /// <param name="Signature">The verified signature.</param>
    /// <param name="Payload">How the body is bound to it; the body itself is checked while it is read
    /// (<see cref="VerifiedBodyStream"/>).</param>
    /// <param name="Chunks">The chain against which signed chunks are checked; null unless the payload has signed chunks.</param>
    public sealed record Valid(RequestSignature Signature, PayloadDeclaration Payload, ChunkSignatureChain? Chunks) : SignatureVerification;

    /// <summary>The request is refused.</summary>
    /// <param name="Fault">Why, as AWS says it.</param>
    public sealed record Refused(SignatureFault Fault) : SignatureVerification;
}
