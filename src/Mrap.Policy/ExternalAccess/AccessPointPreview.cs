using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;

namespace Mrap.Policy.ExternalAccess;

/// <summary>
/// Lists who from outside gets in through an access point, for each bucket behind it. Routing is no matter of policy, so every bucket is
/// asked;
/// each answer is a real decision on a sample request that fulfils the conditions of the grant.
/// </summary>
public static class AccessPointPreview
{
    private const string SampleKey = "example";

    private static readonly ImmutableArray<CompiledPolicy> s_everything = [AllowEverything()];

    /// <summary>Lists who gets in.</summary>
    /// <param name="buckets">The buckets behind it.</param>
    /// <returns>One entry for each bucket, in their order.</returns>
    public static ImmutableArray<BucketPreview> Of(PreviewSide accessPoint, IEnumerable<PreviewSide> buckets)
    {
        ArgumentNullException.ThrowIfNull(accessPoint);
        ArgumentNullException.ThrowIfNull(buckets);
        var front = Compile(accessPoint, PolicyKind.AccessPoint);
        ImmutableArray<ExternalAccessGrant> grants = accessPoint.Policy is { } policy
            ? AccessPreview.Of(policy, PolicyKind.AccessPoint, accessPoint.Account)
            : [];
        return [.. buckets.Select(bucket => Of(accessPoint, front, grants, bucket))];
    }

    private static BucketPreview Of(
        PreviewSide accessPoint, PolicySet front, ImmutableArray<ExternalAccessGrant> grants, PreviewSide bucket)
    {
        var back = Compile(bucket, PolicyKind.Bucket);
        ImmutableArray<ExternalAccessGrant> direct = bucket.Policy is { } policy
            ? AccessPreview.Of(policy, PolicyKind.Bucket, bucket.Account)
            : [];
        return new BucketPreview(bucket, [.. grants.Select(ReachThrough)], [.. direct.Select(ReachDirectly)]);

        ExternalAccessReach ReachThrough(ExternalAccessGrant grant) => Reach(
            grant,
            SampleActions.OfAccessPoint(grant.Actions),
            (action, context) => Through(accessPoint, front, bucket, back, grant, action, context));

        ExternalAccessReach ReachDirectly(ExternalAccessGrant grant) => Reach(
            grant, SampleActions.OfBucket(grant.Actions), (action, context) => [Layer(bucket, back, grant, action, "/", context)]);
    }

    private static ImmutableArray<AccessLayer> Through(
        PreviewSide accessPoint, PolicySet front, PreviewSide bucket, PolicySet back, ExternalAccessGrant grant, ActionEntry action,
        RequestContext context)
    {
        var through = context.Through(accessPoint.Arn, accessPoint.Account);
        var first = Layer(accessPoint, front, grant, action, "/object/", through);
        var second = Layer(bucket, back, grant, action, "/", through);

        // a bucket policy may ask for more than the grant: the sample then fulfils that too
        if (AccessDecider.Decide(second.Policies, second.Request).Verdict != Verdict.Allow && bucket.Policy is { } policy)
        {
            foreach (
                var statement in policy.Statements.Where(
                    statement => statement.Effect == PolicyEffect.Allow && !statement.Conditions.IsDefault))
            {
                var wider = SampleContext.Extend(through, statement.Conditions);
                ImmutableArray<AccessLayer> layers =
                    [first with { Request = With(first.Request, wider) }, second with { Request = With(second.Request, wider) }];
                if (AccessDecider.Decide(layers[0], layers[1]).Verdict == Verdict.Allow)
                {
                    return layers;
                }
            }
        }

        return [first, second];
    }

    private static ExternalAccessReach Reach(
        ExternalAccessGrant grant, ImmutableArray<ActionEntry> actions, Func<ActionEntry, RequestContext, ImmutableArray<AccessLayer>> ask)
    {
        var context = SampleContext.Of(grant);
        var allowed = ImmutableArray.CreateBuilder<string>();
        var refused = ImmutableArray.CreateBuilder<string>();
        string? refusal = null;
        foreach (var action in actions)
        {
            var layers = ask(action, context);
            var decision = layers is [var first, var second]
                ? AccessDecider.Decide(first, second)
                : AccessDecider.Decide(layers[0].Policies, layers[0].Request);
            if (decision.Verdict == Verdict.Allow)
            {
                allowed.Add(action.Name);
                continue;
            }

            // an action that the grant's own resources do not cover was never granted
            if (SampleActions.IsCovered(grant, action))
            {
                refused.Add(action.Name);
                refusal ??= (
                    layers is [var one, var two]
                        ? AccessExplainer.Explain(one, two)
                        : AccessExplainer.Explain(layers[0].Policies, layers[0].Request)).Summary;
            }
        }

        return new ExternalAccessReach(grant, allowed.DrainToImmutable(), refused.DrainToImmutable(), refusal);
    }

    private static AccessLayer Layer(
        PreviewSide side, PolicySet policies, ExternalAccessGrant grant, ActionEntry action, string separator, RequestContext context)
    {
        var resource = SampleActions.IsOnObjects(action) ? side.Arn + separator + KeyOf(grant) : side.Arn;
        return new AccessLayer(policies, new AccessRequest(SampleContext.CallerOf(grant), action.Name, resource, side.Account, context));
    }

    private static AccessRequest With(AccessRequest request, RequestContext context) =>
        new(request.Principal, request.Action, request.Resource, request.ResourceAccount, context);

    // a key that the grant's own resources cover, with something in place of each wildcard
    private static string KeyOf(ExternalAccessGrant grant)
    {
        if (grant.Resources is not { IsNegated: false } resources)
        {
            return SampleKey;
        }

        foreach (var entry in resources.Items)
        {
            var start = entry.Text.IndexOf("/object/", StringComparison.Ordinal) is var found and >= 0
                ? found + "/object/".Length
                : entry.Text.StartsWith("arn:aws:s3:::", StringComparison.Ordinal)
                    ? entry.Text.IndexOf('/', StringComparison.Ordinal) + 1
                    : 0;
            if (start > 0)
            {
                var key = SampleContext.Fill(entry.Text[start..]);
                return key.Length > 0 ? key : SampleKey;
            }
        }

        return SampleKey;
    }

    private static PolicySet Compile(PreviewSide side, PolicyKind kind) => new()
    {
        Identity = s_everything,
        Resource = side.Policy is { } policy ? CompiledPolicy.Compile(policy, kind) : null,
        RestrictPublicBuckets = side.RestrictPublicBuckets,
    };

    private static CompiledPolicy AllowEverything()
    {
        _ = PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""").TryGet(out var document);
        return CompiledPolicy.Compile(document!, PolicyKind.Identity);
    }
}
