using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Sandbox.Identity;

/// <summary>What a principal brings to every decision about its requests. Made when the principal changes, never for a request.</summary>
/// <param name="Principal">The principal as policies see it.</param>
/// <param name="Identity">Its identity policies.</param>
/// <param name="Boundary">Its permissions boundary; empty for none.</param>
/// <param name="Session">The policies its session was started with; empty for none.</param>
/// <param name="Context">The condition keys that depend on the principal alone: <c>aws:PrincipalArn</c>, <c>aws:userid</c>, its tags and so
/// on.</param>
internal sealed record CallerPermissions(
    Mrap.Policy.Principals.Principal Principal,
    ImmutableArray<CompiledPolicy> Identity,
    ImmutableArray<CompiledPolicy> Boundary,
    ImmutableArray<CompiledPolicy> Session,
    ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Context)
{
    /// <summary>The policies that decide a request of the principal.</summary>
    /// <param name="resource">The policy of what is asked for; null for none.</param>
    /// <param name="isRestricted">Whether RestrictPublicBuckets is in effect there.</param>
    public PolicySet With(CompiledPolicy? resource, bool isRestricted = false) =>
        new() { Identity = Identity, Boundary = Boundary, Session = Session, Resource = resource, RestrictPublicBuckets = isRestricted };
}
