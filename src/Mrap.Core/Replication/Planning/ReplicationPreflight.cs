using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;

namespace Mrap.Core.Replication.Planning;

/// <summary>
/// Looks for what S3 would refuse, or would accept and then fail object by object (Amazon S3 User Guide, "Requirements and considerations
/// for replication").
/// </summary>
public static class ReplicationPreflight
{
    /// <summary>Looks.</summary>
    /// <param name="plans">What shall become of the buckets' rules.</param>
    /// <param name="buckets">What is known of the buckets; destinations that are not among them are passed over.</param>
    /// <param name="account">The account whose console this is.</param>
    /// <returns>The findings, the gravest first; empty when nothing stands in the way.</returns>
    public static ImmutableArray<PreflightFinding> Check(
        IEnumerable<BucketReplicationPlan> plans, ImmutableArray<BucketReplication> buckets, AccountId account)
    {
        var sources = plans.Where(plan => !plan.After.Rules.IsEmpty)
            .Select(plan => (Plan: plan, Bucket: buckets.FirstOrDefault(bucket => bucket.Bucket == plan.Member.Bucket)))
            .Where(source => source.Bucket is not null).ToList();
        var ways = sources.SelectMany(source => Ways(source.Plan, source.Bucket!, buckets)).ToList();
        return
        [
            .. sources.Select(source => source.Bucket!).Concat(ways.Select(way => way.To)).Distinct()
                .SelectMany(bucket => Versioning(bucket, account))
                .Concat(sources.SelectMany(source => Owner(source.Bucket!, account)))
                .Concat(ways.DistinctBy(way => (way.From.Bucket, way.To.Bucket)).SelectMany(way => Pair(way, account)))
                .Concat(ways.SelectMany(Rule))
                .Distinct()
                .OrderByDescending(finding => finding.Severity),
        ];
    }

    private static IEnumerable<ReplicationWay> Ways(
        BucketReplicationPlan plan, BucketReplication source, ImmutableArray<BucketReplication> buckets) =>
        plan.After.Rules.Where(rule => rule.IsEnabled).SelectMany(
            rule => buckets.Where(bucket => bucket.Bucket == rule.Destination?.Bucket)
                .Select(bucket => new ReplicationWay(source, bucket, rule)));

    private static IEnumerable<PreflightFinding> Versioning(BucketReplication bucket, AccountId account)
    {
        if (bucket.IsVersioned is Fact<bool>.Unknown unknown)
        {
            yield return new(PreflightSeverity.Warning, unknown.Why, new PreflightFix.ReadAgain(bucket.Member));
        }
        else if (!Is(bucket.IsVersioned))
        {
            yield return new(
                PreflightSeverity.Refused, $"Versioning of {bucket.Bucket} is not enabled: nothing replicates from or to it.",
                bucket.Member.BucketAccount == account
                    ? new PreflightFix.EnableVersioning(bucket.Member)
                    : new PreflightFix.AskOwner(bucket.Member));
        }
    }

    private static IEnumerable<PreflightFinding> Owner(BucketReplication source, AccountId account)
    {
        if (source.Member.BucketAccount != account)
        {
            yield return new(
                PreflightSeverity.Refused,
                $"{source.Bucket} belongs to the account {source.Member.BucketAccount}: its owner makes its rules.",
                new PreflightFix.AskOwner(source.Member));
        }
    }

    private static IEnumerable<PreflightFinding> Pair(ReplicationWay way, AccountId account)
    {
        var (from, to, rule) = way;
        var isForeign = to.Member.BucketAccount != from.Member.BucketAccount;
        if (Is(from.HasObjectLock) && to.HasObjectLock is Fact<bool>.Known { Value: false })
        {
            yield return new(
                PreflightSeverity.ObjectsFail,
                $"{from.Bucket} has Object Lock and {to.Bucket} has not: its objects are not replicated there.",
                new PreflightFix.EnableObjectLock(to.Member));
        }

        if (isForeign && Is(to.IsRequesterPays))
        {
            yield return new(
                PreflightSeverity.ObjectsFail,
                $"Requesters pay for {to.Bucket}, which belongs to another account: nothing replicates to it.",
                new PreflightFix.StopRequesterPays(to.Member));
        }

        if (isForeign && to.Member.BucketAccount != account)
        {
            yield return new(
                PreflightSeverity.Warning,
                $"{to.Bucket} belongs to the account {to.Member.BucketAccount}: its policy must permit the role to replicate.",
                new PreflightFix.PermitRole(to.Member, rule.Destination!.ChangesOwner));
        }
    }

    private static IEnumerable<PreflightFinding> Rule(ReplicationWay way)
    {
        var (from, to, rule) = way;
        var id = rule.Id ?? string.Empty;
        if (
            from.Encryption is Fact<string>.Known { Value: var encryption } && encryption.StartsWith("aws:kms", StringComparison.Ordinal)
                && !rule.KmsEncryptedObjects.IsOn())
        {
            yield return new(
                PreflightSeverity.ObjectsFail,
                $"New objects of {from.Bucket} are encrypted with a KMS key, which the rule {id} does not replicate.",
                new PreflightFix.SelectEncrypted(from.Member, id));
        }

        if (rule.Destination!.ChangesOwner && to.Member.BucketAccount == from.Member.BucketAccount)
        {
            yield return new(
                PreflightSeverity.Refused, $"The rule {id} changes the owner of replicas, and both buckets belong to one account.",
                new PreflightFix.KeepOwner(from.Member, id));
        }
    }

    private static bool Is(Fact<bool> fact) => fact is Fact<bool>.Known { Value: true };
}
