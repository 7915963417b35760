using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Principals;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Explanation;

/// <summary>Answers whether the policies that can grant do so: the resource's and the caller's own.</summary>
internal static class GrantSteps
{
    /// <summary>The resource's policy.</summary>
    public static PathStep Resource(
        PolicySet policies, AccessRequest request, CompiledStatement? grant, GrantStrength strength, Decision decision)
    {
        var caller = request.Principal;
        if (grant is not null)
        {
            var name = ListText.Sentence(
                DecisionSummary.Name(new Decision(Verdict.Allow, DecisionReason.ResourceAllow, policies.Resource, grant.Index, Layer: 0)));
            var isShutOut = policies.RestrictPublicBuckets
                && !request.IsSameAccount
                && caller.Kind != PrincipalKind.Service
                && policies.Resource!.IsPublic;
            var (outcome, text) = isShutOut
                ? (
                    PathOutcome.Missing,
                    $"{name} permits it, but the policy is public and RestrictPublicBuckets lets in only the owner's account and AWS "
                        + "services.")
                : request.IsUnsignedToMultiRegion
                ? (
                    PathOutcome.Missing,
                    $"{name} permits it, but the request is not signed and a Multi-Region Access Point takes signed requests only.")
                : (PathOutcome.Permits, $"{name} permits it. {Meaning(strength, request)}");
            return new PathStep(PathStage.Resource, outcome, text, policies.Resource, grant.Index, IsDeciding: false);
        }

        var what = policies.Resource is null ? "The resource has no policy" : "The resource's policy does not permit it";
        if (
            decision.Reason == DecisionReason.RootUser
                || (caller.Kind == PrincipalKind.Root && request.IsSameAccount && !policies.RequiresResourceAllow))
        {
            return Step(PathStage.Resource, PathOutcome.NotNeeded, "The root user of the resource's account needs no permission.");
        }

        return request.IsSameAccount && !policies.RequiresResourceAllow
            ? Step(
                PathStage.Resource, policies.Resource is null ? PathOutcome.NotAttached : PathOutcome.Silent,
                $"{what}; within one account the caller's own policies suffice.")
            : Step(PathStage.Resource, PathOutcome.Missing, $"{what}, and {Needs(request)}.");
    }

    /// <summary>The caller's own policies.</summary>
    public static PathStep Identity(PolicySet policies, AccessRequest request, GrantStrength strength)
    {
        if (!request.Principal.HasIdentity)
        {
            return Step(
                PathStage.Identity, PathOutcome.NotAttached,
                request.Principal.Kind == PrincipalKind.Root
                    ? "The root user has no policies of its own."
                    : "This caller has no policies of its own.");
        }

        if (Permissions.Find(policies.Identity, request, out var permission))
        {
            return new PathStep(
                PathStage.Identity, PathOutcome.Permits, $"{ListText.Sentence(DecisionSummary.Name(permission))} permits it.",
                permission.Policy, permission.Statement, IsDeciding: false);
        }

        if (request.IsSameAccount && strength is GrantStrength.Direct or GrantStrength.Role)
        {
            return Step(PathStage.Identity, PathOutcome.NotNeeded, "Not asked: the resource's policy names the caller or its role.");
        }

        var what = policies.Identity.IsEmpty ? "The caller has no policy of its own" : "No policy of the caller permits it";
        return Step(
            PathStage.Identity, PathOutcome.Missing, request.IsSameAccount ? what + "." : what + ", and across accounts one has to.");
    }

    private static string Meaning(GrantStrength strength, AccessRequest request) =>
        !request.IsSameAccount && request.Principal.HasIdentity ? "Across accounts the caller's own policies must permit it too."
        : strength == GrantStrength.Account ? "It names the account, which passes the right on by the caller's own policies."
        : strength == GrantStrength.Role ? "It names the caller's role: no policy of the caller has to."
        : "It names the caller or everyone: nothing else has to.";

    private static string Needs(AccessRequest request) => request.Principal.Kind switch
    {
        PrincipalKind.Anonymous => "an unsigned request has no other permission",
        PrincipalKind.Service => "a service needs it to",
        PrincipalKind.Root or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser
            or PrincipalKind.IdentityProvider =>
            request.IsSameAccount ? "this resource's policy has to" : "across accounts it has to",
    };

    private static PathStep Step(PathStage stage, PathOutcome outcome, string text) =>
        new(stage, outcome, text, Policy: null, Statement: -1, IsDeciding: false);
}
