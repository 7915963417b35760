using Mrap.Signing.Faults;
using Mrap.Signing.Signatures;

namespace Mrap.Signing.Reading;

/// <summary>What reading a request's signature found: exactly one of four cases.</summary>
public abstract record SignatureReadResult
{
    private SignatureReadResult()
    {
    }

    /// <summary>The request carries no signature.</summary>
    public sealed record Anonymous : SignatureReadResult;

    /// <summary>A well-formed V4 or V4A signature, still to be verified.</summary>
    public sealed record Found(RequestSignature Signature) : SignatureReadResult;

    /// <summary>A Signature Version 2 request, which is recognised to be refused with AWS's answer.</summary>
    /// <param name="AccessKeyId">The key it names; may be empty.</param>
    /// <param name="Location">Where it stood.</param>
    /// <param name="Fault">The refusal of a Region that accepts Version 4 only.</param>
    public sealed record Legacy(string AccessKeyId, SignatureLocation Location, SignatureFault Fault) : SignatureReadResult;

    /// <summary>Something meant as a signature that cannot be read.</summary>
    /// <param name="Fault">What is wrong, as AWS says it.</param>
    public sealed record Malformed(SignatureFault Fault) : SignatureReadResult;
}
