namespace Mrap.Sandbox.Identity;

/// <summary>A caller with the secrets of the key it signs with.</summary>
/// <param name="Session">The session the key belongs to; null for a long-term key.</param>
internal sealed record SigningIdentity(Caller.Signed Caller, string SecretAccessKey, TemporarySession? Session = null)
{
    /// <summary>Names the caller without the secrets.</summary>
    public override string ToString() => Caller.Arn;
}
