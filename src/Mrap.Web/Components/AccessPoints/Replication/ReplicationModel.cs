using System.Collections.Immutable;
using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>The replication of an access point as the pages show it.</summary>
/// <param name="Members">The buckets.</param>
/// <param name="Rows">Every rule of every bucket, by bucket and then by priority, the highest first.</param>
/// <param name="Unread">The buckets whose rules could not be read, and why.</param>
public sealed record ReplicationModel(
    ImmutableArray<MemberBucket> Members, ImmutableArray<RuleRow> Rows, ImmutableArray<(MemberBucket Member, string Why)> Unread)
{
    /// <summary>How many rules are on and lead from one of the buckets to another.</summary>
    public int CountOn => Rows.Count(row => row is { Rule.IsEnabled: true, Destination: not null });

    /// <summary>Works it out.</summary>
    /// <param name="buckets">What was read of the buckets.</param>
    /// <param name="watch">What waits and what failed; null when nobody tells.</param>
    public static ReplicationModel Of(ImmutableArray<BucketReplication> buckets, ReplicationWatch? watch)
    {
        var known = buckets
            .Where(bucket => bucket.Configuration is Fact<ReplicationConfiguration>.Known)
            .Select(bucket => (bucket.Member, Rules: ((Fact<ReplicationConfiguration>.Known)bucket.Configuration).Value.Rules))
            .ToList();
        var ways = known
            .SelectMany(each => each.Rules.Where(rule => rule.IsEnabled).Select(rule => (each.Member.Bucket, rule.Destination?.Bucket)))
            .ToHashSet();
        return new ReplicationModel(
            [.. buckets.Select(bucket => bucket.Member)],
            [
                .. known.SelectMany(each => each.Rules.OrderByDescending(rule => rule.Priority ?? 0).Select(rule => new RuleRow(
                    each.Member, rule, buckets.FirstOrDefault(bucket => bucket.Bucket == rule.Destination?.Bucket)?.Member,
                    rule.Destination?.Bucket is { } destination && ways.Contains((destination, each.Member.Bucket)),
                    watch?.Rules.FirstOrDefault(line => line.Bucket == each.Member.Bucket && line.RuleId == rule.Id)))),
            ],
            [
                .. buckets.Where(bucket => bucket.Configuration is Fact<ReplicationConfiguration>.Unknown)
                    .Select(bucket => (bucket.Member, ((Fact<ReplicationConfiguration>.Unknown)bucket.Configuration).Why)),
            ]);
    }

    /// <summary>The rule of an address; null when there is none.</summary>
    public RuleRow? Find(RuleAddress? address) => Rows.FirstOrDefault(row => row.Address == address);

    /// <summary>The rules from one bucket to another.</summary>
    public RulePair Between(MemberBucket source, MemberBucket destination) =>
        new(source, destination, [.. Rows.Where(row => row.Source == source && row.Destination == destination)]);

    /// <summary>The pairs between which rules lead.</summary>
    public IEnumerable<RulePair> Pairs => Rows.Where(row => row.Destination is not null)
        .GroupBy(row => (row.Source, Destination: row.Destination!))
        .Select(pair => new RulePair(pair.Key.Source, pair.Key.Destination, [.. pair]));
}
