using System.Collections.Immutable;

namespace Mrap.Policy.Evaluation;

/// <summary>Looks for a Deny in every policy that applies to the caller.</summary>
internal static class ExplicitDenies
{
    /// <summary>Finds the first; organisation policies come before the resource's, the resource's before the caller's own.</summary>
    public static bool TryFind(PolicySet policies, AccessRequest request, out Decision deny)
    {
        var caller = request.Principal;
        var hasBoundary = policies.HasBoundaryFor(caller);
        return (!caller.IsServiceLinkedRole && TryFind(policies.ResourceControl, request, hasBoundary, out deny))
            || (
                caller.Account is not null
                    && !caller.IsServiceLinkedRole
                    && TryFind(policies.ServiceControl, request, hasBoundary, out deny))
            || (policies.Resource is not null && TryFind(policies.Resource, request, hasBoundary, out deny))
            || TryFind(policies.Endpoint, request, hasBoundary, out deny)
            || (caller.HasIdentity
                && (TryFind(policies.Identity, request, hasBoundary, out deny)
                    || TryFind(policies.Boundary, request, hasBoundary, out deny)
                    || TryFind(policies.Session, request, hasBoundary, out deny)));
    }

    private static bool TryFind(
        ImmutableArray<ImmutableArray<CompiledPolicy>> levels, AccessRequest request, bool hasBoundary, out Decision deny)
    {
        foreach (var level in levels)
        {
            if (TryFind(level, request, hasBoundary, out deny))
            {
                return true;
            }
        }

        deny = default;
        return false;
    }

    private static bool TryFind(ImmutableArray<CompiledPolicy> policies, AccessRequest request, bool hasBoundary, out Decision deny)
    {
        foreach (var policy in policies)
        {
            if (TryFind(policy, request, hasBoundary, out deny))
            {
                return true;
            }
        }

        deny = default;
        return false;
    }

    private static bool TryFind(CompiledPolicy policy, AccessRequest request, bool hasBoundary, out Decision deny)
    {
        if (policy.FindDeny(request, hasBoundary) is { } statement)
        {
            deny = new Decision(Verdict.ExplicitDeny, DecisionReason.DenyStatement, policy, statement.Index, Layer: 0);
            return true;
        }

        deny = default;
        return false;
    }
}
