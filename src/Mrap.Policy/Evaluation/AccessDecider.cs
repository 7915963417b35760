using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Principals;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Evaluation;

/// <summary>
/// Decides requests (IAM User Guide, "Policy evaluation logic"; Amazon S3 User Guide, "Permissions" of Multi-Region Access Points).
/// Allocates nothing.
/// </summary>
public static class AccessDecider
{
    /// <summary>Decides a request for one resource.</summary>
    /// <param name="policies">The policies that count.</param>
    /// <returns>The decision.</returns>
    public static Decision Decide(PolicySet policies, AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(request);
        return ExplicitDenies.TryFind(policies, request, out var deny) ? deny : DecidePermission(policies, request);
    }

    /// <summary>
    /// Decides a request through an access point: at the access point and at the bucket behind it, each by the rules of its own account.
    /// Either can deny, both must permit.
    /// </summary>
    /// <param name="accessPoint">The access point's side.</param>
    /// <param name="bucket">The bucket's side; its context, like the access point's, holds the access point's keys
    /// (<see cref="RequestContext.Through"/>).</param>
    /// <returns>The decision; a permission names the bucket's statement.</returns>
    public static Decision Decide(AccessLayer accessPoint, AccessLayer bucket)
    {
        ArgumentNullException.ThrowIfNull(accessPoint);
        ArgumentNullException.ThrowIfNull(bucket);
        var first = Decide(accessPoint.Policies, accessPoint.Request);
        if (first.Verdict == Verdict.ExplicitDeny)
        {
            return first;
        }

        var second = Decide(bucket.Policies, bucket.Request) with { Layer = 1 };
        return Combine(first, second);
    }

    /// <summary>The decision of both layers from those of each.</summary>
    internal static Decision Combine(Decision first, Decision second) =>
        first.Verdict != Verdict.ExplicitDeny && (first.Verdict == Verdict.Allow || second.Verdict == Verdict.ExplicitDeny)
            ? second
            : first;

    private static Decision DecidePermission(PolicySet policies, AccessRequest request)
    {
        var caller = request.Principal;
        if (!caller.IsServiceLinkedRole && !Permissions.AtEveryLevel(policies.ResourceControl, request))
        {
            return Permissions.Missing(DecisionReason.NoResourceControlAllow);
        }

        if (caller.Account is not null && !caller.IsServiceLinkedRole && !Permissions.AtEveryLevel(policies.ServiceControl, request))
        {
            return Permissions.Missing(DecisionReason.NoServiceControlAllow);
        }

        if (!policies.Endpoint.IsEmpty && !Permissions.Find(policies.Endpoint, request, out _))
        {
            return Permissions.Missing(DecisionReason.NoEndpointAllow);
        }

        var isShutOut = policies.RestrictPublicBuckets
            && !request.IsSameAccount
            && caller.Kind != PrincipalKind.Service
            && policies.Resource is { IsPublic: true };
        var strength = GrantStrength.None;
        var grant = policies.Resource?.FindAllow(request, out strength);
        var byResource = grant is null
            ? default
            : new Decision(Verdict.Allow, DecisionReason.ResourceAllow, policies.Resource, grant.Index, Layer: 0);
        if (grant is not null && isShutOut)
        {
            // the setting denies what the policies permit; what they do not permit, nothing needs to deny
            var isPermitted = !caller.HasIdentity || AcrossAccounts(policies, request, isGranted: true, byResource).IsAllowed;
            return Permissions.Missing(DecisionReason.PublicAccessBlocked) with
            {
                Verdict = isPermitted
                ? Verdict.ExplicitDeny
                : Verdict.ImplicitDeny
            };
        }

        if (grant is not null && request.IsUnsignedToMultiRegion)
        {
            return Permissions.Missing(DecisionReason.SignatureRequired);
        }

        if (!caller.HasIdentity)
        {
            return caller.Kind == PrincipalKind.Root && request.IsSameAccount && !(policies.RequiresResourceAllow && grant is null)
                ? new Decision(Verdict.Allow, DecisionReason.RootUser, Policy: null, Statement: -1, Layer: 0)
                : grant is null ? Permissions.Missing(DecisionReason.NoResourceAllow) : byResource;
        }

        return request.IsSameAccount
            ? WithinAccount(policies, request, strength, byResource)
            : AcrossAccounts(policies, request, grant is not null, byResource);
    }

    private static Decision WithinAccount(PolicySet policies, AccessRequest request, GrantStrength strength, Decision byResource)
    {
        if (strength == GrantStrength.Direct)
        {
            return byResource;
        }

        if (policies.RequiresResourceAllow && strength == GrantStrength.None)
        {
            return Permissions.Missing(DecisionReason.NoResourceAllow);
        }

        var permission = byResource;
        if (strength != GrantStrength.Role && !Permissions.Find(policies.Identity, request, out permission))
        {
            return Permissions.Missing(DecisionReason.NoIdentityAllow);
        }

        return Permissions.WithinLimits(policies, request, permission);
    }

    private static Decision AcrossAccounts(PolicySet policies, AccessRequest request, bool isGranted, Decision byResource)
    {
        if (!isGranted)
        {
            return Permissions.Missing(DecisionReason.NoResourceAllow);
        }

        return Permissions.Find(policies.Identity, request, out _)
            ? Permissions.WithinLimits(policies, request, byResource with { Reason = DecisionReason.IdentityAndResourceAllow })
            : Permissions.Missing(DecisionReason.NoIdentityAllow);
    }
}
