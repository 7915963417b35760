using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>Answers whether the policies that only limit let a request through.</summary>
internal static class LimitSteps
{
    /// <summary>Resource and service control policies.</summary>
    public static PathStep Organisation(PolicySet policies, AccessRequest request)
    {
        var caller = request.Principal;
        var resource = caller.IsServiceLinkedRole ? [] : policies.ResourceControl;
        var service = caller.Account is null || caller.IsServiceLinkedRole ? [] : policies.ServiceControl;
        if (resource.IsEmpty && service.IsEmpty)
        {
            return Step(PathStage.Organisation, PathOutcome.NotAttached, policies.ResourceControl.IsEmpty && policies.ServiceControl.IsEmpty
                ? "No organization's policy limits it."
                : "The organization's policies do not apply to this caller.");
        }

        return !Permissions.AtEveryLevel(resource, request) ? Step(
            PathStage.Organisation, PathOutcome.Missing,
            "A level of the resource's organization has no resource control policy that permits it.")
            : !Permissions.AtEveryLevel(service, request) ? Step(
                PathStage.Organisation, PathOutcome.Missing,
                "A level of the caller's organization has no service control policy that permits it.")
            : Permitted(PathStage.Organisation, resource.AddRange(service)[^1], request, "The organization's policies let it through.");
    }

    /// <summary>The policy of the VPC endpoint.</summary>
    public static PathStep Endpoint(PolicySet policies, AccessRequest request) => Permissions.Find(policies.Endpoint, request, out _)
        ? Permitted(PathStage.Endpoint, policies.Endpoint, request, "The VPC endpoint's policy lets it through.")
        : Step(PathStage.Endpoint, PathOutcome.Missing, "The VPC endpoint's policy does not permit it.");

    /// <summary>The caller's boundary or the session's policy.</summary>
    public static PathStep OfCaller(PathStage stage, ImmutableArray<CompiledPolicy> policies, AccessRequest request, bool isDirect)
    {
        var what = stage == PathStage.Boundary ? "permissions boundary" : "session policy";
        if (policies.IsEmpty || !request.Principal.HasIdentity)
        {
            return Step(stage, PathOutcome.NotAttached, $"The caller has no {what}.");
        }

        if (isDirect)
        {
            return Step(stage, PathOutcome.NotNeeded, $"Not asked: the resource's policy names the caller, which a {what} does not limit.");
        }

        return Permissions.Find(policies, request, out _)
            ? Permitted(stage, policies, request, $"The caller's {what} lets it through.")
            : Step(stage, PathOutcome.Missing, $"The caller's {what} does not permit it.");
    }

    private static PathStep Permitted(PathStage stage, ImmutableArray<CompiledPolicy> policies, AccessRequest request, string text)
    {
        _ = Permissions.Find(policies, request, out var permission);
        return new PathStep(stage, PathOutcome.Permits, text, permission.Policy, permission.Statement, IsDeciding: false);
    }

    private static PathStep Step(PathStage stage, PathOutcome outcome, string text) =>
        new(stage, outcome, text, Policy: null, Statement: -1, IsDeciding: false);
}
