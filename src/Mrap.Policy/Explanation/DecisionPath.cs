using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Principals;

namespace Mrap.Policy.Explanation;

/// <summary>
/// The way to a decision, question by question. Questions behind the deciding one are answered too, so that all that is missing shows at
/// once.
/// </summary>
public static class DecisionPath
{
    /// <summary>Follows the way at one resource.</summary>
    /// <param name="layer">The policies and the request.</param>
    /// <returns>
    /// One step for each question; the endpoint's only when it has a policy. The request is permitted exactly when no step fails.
    /// </returns>
    public static ImmutableArray<PathStep> Of(AccessLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var (policies, request) = layer;
        var decision = AccessDecider.Decide(policies, request);
        var steps = ImmutableArray.CreateBuilder<PathStep>(7);
        steps.Add(DenySteps.Deny(decision));
        steps.Add(LimitSteps.Organisation(policies, request));
        if (!policies.Endpoint.IsEmpty)
        {
            steps.Add(LimitSteps.Endpoint(policies, request));
        }

        var strength = GrantStrength.None;
        var grant = policies.Resource?.FindAllow(request, out strength);
        steps.Add(GrantSteps.Resource(policies, request, grant, strength, decision));
        steps.Add(GrantSteps.Identity(policies, request, strength));
        var isDirect = request.IsSameAccount && strength == GrantStrength.Direct;
        steps.Add(LimitSteps.OfCaller(PathStage.Boundary, policies.Boundary, request, isDirect));
        steps.Add(LimitSteps.OfCaller(PathStage.Session, policies.Session, request, isDirect));
        return MarkDeciding(steps, decision);
    }

    private static ImmutableArray<PathStep> MarkDeciding(ImmutableArray<PathStep>.Builder steps, Decision decision)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var decides = decision.IsAllowed
                ? steps[i].Outcome == PathOutcome.Permits
                    && ReferenceEquals(steps[i].Policy, decision.Policy)
                    && steps[i].Stage is PathStage.Resource or PathStage.Identity
                : steps[i].IsFailing;
            if (decides)
            {
                steps[i] = steps[i] with { IsDeciding = true };
                break;
            }
        }

        return steps.ToImmutable();
    }
}
