using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;

namespace Mrap.Aws.Replication;

/// <summary>Makes previews.</summary>
internal static class ReplicationPreviewer
{
    /// <summary>Makes the preview of changes.</summary>
    /// <param name="accessPoint">The access point.</param>
    /// <param name="buckets">What is known of all of its buckets.</param>
    /// <param name="edit">Changes the configuration of a bucket; null for one that is left alone.</param>
    public static Outcome<ReplicationPreview> Make(
        AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets,
        Func<BucketReplication, Func<ReplicationConfiguration, MergedRules>?> edit)
    {
        var plans = ImmutableArray.CreateBuilder<BucketReplicationPlan>();
        foreach (var bucket in buckets)
        {
            if (edit(bucket) is not { } change)
            {
                continue;
            }

            if (bucket.Configuration is not Fact<ReplicationConfiguration>.Known { Value: var rules })
            {
                return Unreadable(bucket, "It is not known which rules it has.");
            }

            plans.Add(BucketReplicationPlan.Of(bucket.Member, rules, change(rules)));
        }

        var changed = plans.Where(plan => plan.IsChange).ToImmutableArray();
        if (changed.SelectMany(plan => plan.Findings.Select(finding => (plan, finding))).FirstOrDefault() is ({ } broken, { } rule))
        {
            return AwsFaults.FromRule($"The replication rules of `{broken.Member.Bucket}` cannot be changed.", rule.Fault);
        }

        var arn = ReplicationRole.ArnOf(accessPoint.Owner, ReplicationRole.NameFor(accessPoint.Name));
        var needsRole = changed.Any(plan => plan.After.Role == arn);
        if (needsRole && Unknown(accessPoint, buckets) is { } unknown)
        {
            return Unreadable(unknown, "The role might take away what its rules need.");
        }

        return new ReplicationPreview(
            accessPoint, needsRole ? Role(accessPoint, buckets, changed, arn) : null, plans.DrainToImmutable(),
            ReplicationPreflight.Check(changed, buckets, accessPoint.Owner));
    }

    private static AwsFault Unreadable(BucketReplication bucket, string why) => AwsFaults.Invalid(
        $"The replication rules of `{bucket.Bucket}` could not be read.",
        bucket.Configuration is Fact<ReplicationConfiguration>.Unknown unknown ? $"{why} {unknown.Why}" : why,
        "Have somebody permit the console to read them, then try again.");

    // buckets of other accounts have roles of their own
    private static BucketReplication? Unknown(AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets) =>
        buckets.FirstOrDefault(
            bucket => bucket.Member.BucketAccount == accessPoint.Owner
                && bucket.Configuration is Fact<ReplicationConfiguration>.Unknown);

    // the role's policy is written anew: it must hold what rules need that nobody changes, too
    private static ReplicationRoleDocuments Role(
        AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets, ImmutableArray<BucketReplicationPlan> plans, string arn)
    {
        var sources = buckets
            .Select(
                bucket => new ReplicationSource(
                    bucket.Member, After(bucket, plans), bucket.HasObjectLock is Fact<bool>.Known { Value: true }))
            .Where(source => source.Configuration.Role == arn);
        return new ReplicationRoleDocuments(
            ReplicationRole.NameFor(accessPoint.Name), ReplicationRole.Path, arn, ReplicationRole.Trust,
            ReplicationRole.Permissions(sources, bucket => RegionOf(bucket, buckets)));
    }

    private static RegionId? RegionOf(BucketName name, ImmutableArray<BucketReplication> buckets) =>
        buckets.FirstOrDefault(bucket => bucket.Bucket == name)?.Member.Region;

    private static ReplicationConfiguration After(BucketReplication bucket, ImmutableArray<BucketReplicationPlan> plans) =>
        plans.FirstOrDefault(plan => plan.Member.Bucket == bucket.Bucket)?.After
            ?? (bucket.Configuration as Fact<ReplicationConfiguration>.Known)?.Value
            ?? ReplicationConfiguration.None;
}
