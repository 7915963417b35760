namespace Mrap.Sandbox.Identity;

/// <summary>A caller with the secret of the key it signs with.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="SecretAccessKey">The secret of the key.</param>
internal sealed record Principal(Caller.Signed Caller, string SecretAccessKey)
{
    /// <summary>Names the caller without the secret.</summary>
    public override string ToString() => Caller.Arn;
}
