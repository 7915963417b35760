using System.Collections.Immutable;

namespace Mrap.Policy.Evaluation;

/// <summary>Looks for permissions among policies of one kind.</summary>
internal static class Permissions
{
    /// <summary>The decision when a permission is missing.</summary>
    public static Decision Missing(DecisionReason reason) => new(Verdict.ImplicitDeny, reason, Policy: null, Statement: -1, Layer: 0);

    /// <summary>Whether one of the policies permits.</summary>
    public static bool Find(ImmutableArray<CompiledPolicy> policies, AccessRequest request, out Decision permission)
    {
        foreach (var policy in policies)
        {
            if (policy.FindAllow(request, out _) is { } statement)
            {
                permission = new Decision(Verdict.Allow, DecisionReason.IdentityAllow, policy, statement.Index, Layer: 0);
                return true;
            }
        }

        permission = default;
        return false;
    }

    /// <summary>Whether one policy of each level permits.</summary>
    public static bool AtEveryLevel(ImmutableArray<ImmutableArray<CompiledPolicy>> levels, AccessRequest request)
    {
        foreach (var level in levels)
        {
            if (!Find(level, request, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A permission, unless boundary or session policy does not permit too.</summary>
    public static Decision WithinLimits(PolicySet policies, AccessRequest request, Decision permission)
    {
        if (!policies.Boundary.IsEmpty && !Find(policies.Boundary, request, out _))
        {
            return Missing(DecisionReason.NoBoundaryAllow);
        }

        return policies.Session.IsEmpty || Find(policies.Session, request, out _) ? permission : Missing(DecisionReason.NoSessionAllow);
    }
}
