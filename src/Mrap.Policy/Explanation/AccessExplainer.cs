using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Policy.Explanation;

/// <summary>Explains decisions: every statement of every policy, and what was missing.</summary>
public static class AccessExplainer
{
    /// <summary>Explains the decision for one resource.</summary>
    /// <param name="policies">The policies that count.</param>
    /// <returns>The decision and how it came about.</returns>
    public static DecisionExplanation Explain(PolicySet policies, AccessRequest request)
    {
        var layer = ExplainLayer(policies, request);
        return new DecisionExplanation(layer.Decision, [layer]);
    }

    /// <summary>Explains the decision for a request through an access point.</summary>
    /// <param name="accessPoint">The access point's side.</param>
    /// <param name="bucket">The bucket's side.</param>
    /// <returns>The decision and how it came about, with both layers.</returns>
    public static DecisionExplanation Explain(AccessLayer accessPoint, AccessLayer bucket)
    {
        ArgumentNullException.ThrowIfNull(accessPoint);
        ArgumentNullException.ThrowIfNull(bucket);
        var first = ExplainLayer(accessPoint.Policies, accessPoint.Request);
        var second = ExplainLayer(bucket.Policies, bucket.Request);
        second = second with { Decision = second.Decision with { Layer = 1 } };
        return new DecisionExplanation(AccessDecider.Combine(first.Decision, second.Decision), [first, second]);
    }

    private static LayerExplanation ExplainLayer(PolicySet policies, AccessRequest request)
    {
        var decision = AccessDecider.Decide(policies, request);
        var caller = request.Principal;
        var hasBoundary = policies.HasBoundaryFor(caller);
        var explained = ImmutableArray.CreateBuilder<PolicyExplanation>(4);
        AddLevels(policies.ResourceControl, !caller.IsServiceLinkedRole);
        AddLevels(policies.ServiceControl, caller.Account is not null && !caller.IsServiceLinkedRole);
        if (policies.Resource is not null)
        {
            Add(policies.Resource, 0, isApplicable: true);
        }

        AddAll(policies.Endpoint, 0, isApplicable: true);
        AddAll(policies.Identity, 0, caller.HasIdentity);
        AddAll(policies.Boundary, 0, caller.HasIdentity);
        AddAll(policies.Session, 0, caller.HasIdentity);
        var all = explained.DrainToImmutable();
        return new LayerExplanation(
            request, decision, all, decision.Verdict == Verdict.ImplicitDeny ? NearMissesOf(decision.Reason, request, all) : []);

        void AddLevels(ImmutableArray<ImmutableArray<CompiledPolicy>> levels, bool isApplicable)
        {
            for (var level = 0; level < levels.Length; level++)
            {
                AddAll(levels[level], level, isApplicable);
            }
        }

        void AddAll(ImmutableArray<CompiledPolicy> found, int level, bool isApplicable)
        {
            foreach (var policy in found)
            {
                Add(policy, level, isApplicable);
            }
        }

        void Add(CompiledPolicy policy, int level, bool isApplicable)
        {
            var statements = new StatementExplanation[policy.Statements.Length];
            for (var i = 0; i < statements.Length; i++)
            {
                statements[i] = new StatementExplanation(policy, policy.Statements[i], request, hasBoundary);
            }

            explained.Add(new PolicyExplanation(policy, level, isApplicable, ImmutableCollectionsMarshal.AsImmutableArray(statements)));
        }
    }

    private static ImmutableArray<NearMiss> NearMissesOf(
        DecisionReason reason, AccessRequest request, ImmutableArray<PolicyExplanation> policies)
    {
        var misses = new List<NearMiss>();
        foreach (var policy in policies)
        {
            if (!policy.IsApplicable || !CouldPermit(policy.Policy.Kind, reason, request.IsSameAccount))
            {
                continue;
            }

            foreach (var statement in policy.Statements)
            {
                if (statement.Misses == 1 && statement.Statement.Effect == PolicyEffect.Allow)
                {
                    misses.Add(new NearMiss(policy.Policy, statement, statement.FirstMiss!.Value));
                }
            }
        }

        return misses.Count < 2 ? [.. misses] : [.. misses.OrderBy(miss => miss.FailedConditions).ThenBy(miss => miss.Element)];
    }

    // within one account a grant by the resource's policy stands in for the caller's own policies
    private static bool CouldPermit(PolicyKind kind, DecisionReason reason, bool isSameAccount)
    {
        var isResource = kind is PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.Trust;
        return reason switch
        {
            DecisionReason.NoResourceControlAllow => kind == PolicyKind.ResourceControl,
            DecisionReason.NoServiceControlAllow => kind == PolicyKind.ServiceControl,
            DecisionReason.NoEndpointAllow => kind == PolicyKind.Endpoint,
            DecisionReason.NoIdentityAllow => kind == PolicyKind.Identity || (isResource && isSameAccount),
            DecisionReason.NoBoundaryAllow => kind == PolicyKind.Boundary,
            DecisionReason.NoSessionAllow => kind == PolicyKind.Session,
            DecisionReason.NoResourceAllow => isResource,
            DecisionReason.PublicAccessBlocked or DecisionReason.SignatureRequired or DecisionReason.DenyStatement
                or DecisionReason.IdentityAllow or DecisionReason.ResourceAllow
                or DecisionReason.IdentityAndResourceAllow or DecisionReason.RootUser => false,
        };
    }
}
