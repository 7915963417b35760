using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Failover;

/// <summary>Who gives traffic up and who serves afterwards.</summary>
/// <param name="Leaving">The buckets of Regions that become passive.</param>
/// <param name="Taking">The buckets of Regions that are active afterwards; all buckets when no Region leaves.</param>
/// <param name="Serving">The Regions that are active afterwards, by code.</param>
internal sealed record FailoverSides(
    ImmutableArray<BucketFacts> Leaving, ImmutableArray<BucketFacts> Taking, ImmutableArray<RegionId> Serving)
{
    /// <summary>All buckets that the change concerns.</summary>
    public ImmutableArray<BucketFacts> All => [.. Leaving, .. Taking];

    /// <summary>
    /// The pairs of buckets that must agree: each that leaves with each that takes; the takers among themselves when none leaves.
    /// </summary>
    public IEnumerable<(BucketFacts From, BucketFacts To)> Pairs => Leaving.IsEmpty
        ? Taking.SelectMany((from, index) => Taking.Skip(index + 1).Select(to => (from, to)))
        : Leaving.SelectMany(from => Taking.Select(to => (from, to)));

    /// <summary>Takes the sides of a change.</summary>
    public static FailoverSides Of(RouteTable now, RouteTable wished, ImmutableArray<BucketFacts> buckets)
    {
        var serving = wished.Active.Select(route => route.Region).ToImmutableArray();
        var leaving = now.Active.Select(route => route.Region).Except(serving).ToHashSet();
        return new FailoverSides(
            [.. buckets.Where(bucket => leaving.Contains(bucket.Member.Region))],
            [.. buckets.Where(bucket => leaving.Count == 0 || serving.Contains(bucket.Member.Region))],
            serving);
    }
}
