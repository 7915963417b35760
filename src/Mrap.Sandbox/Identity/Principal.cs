using System.Collections.Immutable;

namespace Mrap.Sandbox.Identity;

/// <summary>A user with a key and policies.</summary>
/// <param name="User">The user as a caller.</param>
/// <param name="SecretAccessKey">The secret of the key.</param>
/// <param name="Policies">The identity policies, JSON.</param>
internal sealed record Principal(Caller.User User, string SecretAccessKey, ImmutableArray<string> Policies)
{
    /// <summary>Names the user without the secret.</summary>
    public override string ToString() => User.Arn;
}
