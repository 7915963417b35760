using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.S3.Xml;
using SandboxCaller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>
/// Decides the actions of data-plane requests: at the access point that a request came through and at the bucket it was routed to, each by
/// the rules of its own account (AWS page "Cross-account policy evaluation logic").
/// </summary>
internal sealed class S3Authorizer(PublicAccess publicAccess, TimeProvider time)
{
    /// <summary>Decides an action on a bucket or an object.</summary>
    /// <param name="target">What it is asked for.</param>
    /// <param name="tags">The tags that the request sets, when they are not in its headers.</param>
    public AuthorizationResult Decide(
        S3Request request, string action, S3Target target, ImmutableSortedDictionary<string, string>? tags = null)
    {
        var now = time.GetUtcNow();
        var bucketKeys = new S3RequestKeys(request, action, target, target.Bucket.Owner, now) { RequestTags = tags };
        var bucketPolicy = CompiledPolicies.OfBucket(target.Store.FindConfiguration(target.Bucket.Name, BucketConfiguration.Policy));
        var bucket = Layer(request, action, target.BucketArn, target.Bucket.Owner, bucketKeys, bucketPolicy, target);
        if (target.Through is not { } record)
        {
            return new AuthorizationResult(bucket.Request, AccessDecider.Decide(bucket.Policies, bucket.Request));
        }

        var pointKeys = new S3RequestKeys(request, action, target, record.Point.Owner, now) { RequestTags = tags };
        var pointPolicy = CompiledPolicies.OfAccessPoint(record.EstablishedPolicy);
        var point = Layer(request, action, target.AccessPointArn, record.Point.Owner, pointKeys, pointPolicy, target);
        var decision = AccessDecider.Decide(point, bucket);
        return new AuthorizationResult(decision.Layer == 0 ? point.Request : bucket.Request, decision);
    }

    /// <summary>Decides an action of the caller's own account, which no bucket's policy has a say in.</summary>
    /// <param name="caller">Who sent it.</param>
    /// <param name="resource">The ARN, or <c>*</c> for an action that has no resource.</param>
    /// <param name="extra">Condition keys of this request alone.</param>
    public AuthorizationResult Decide(
        S3Request request, SandboxCaller.Signed caller, string action, string resource,
        params ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> extra)
    {
        var keys = new S3RequestKeys(request, action, target: null, caller.Account, time.GetUtcNow()) { Extra = extra };
        var asked = new AccessRequest(caller.Permissions.Principal, action, resource, caller.Account.Value, RequestContext.Of(keys));
        return new AuthorizationResult(asked, AccessDecider.Decide(caller.Permissions.With(resource: null), asked));
    }

    private AccessLayer Layer(
        S3Request request, string action, string resource, AccountId owner, S3RequestKeys keys, CompiledPolicy? policy, S3Target target)
    {
        var signed = request.Caller as SandboxCaller.Signed;
        var asked = new AccessRequest(
            signed?.Permissions.Principal ?? Policy.Principals.Principal.Anonymous, action, resource, owner.Value, RequestContext.Of(keys));
        var isRestricted = policy is { IsPublic: true }
            && !asked.IsSameAccount
            && publicAccess.IsRestricted(target.Store, target.Bucket, target.Through?.Point);
        return new AccessLayer(
            signed?.Permissions.With(policy, isRestricted) ?? new PolicySet { Resource = policy, RestrictPublicBuckets = isRestricted },
            asked);
    }
}
