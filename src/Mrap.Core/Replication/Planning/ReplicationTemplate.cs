using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication.Planning;

/// <summary>
/// The two ways of replicating between the buckets of an access point (Amazon S3 User Guide, "Creating replication rules for your
/// Multi-Region Access Point").
/// </summary>
public static class ReplicationTemplate
{
    /// <summary>Replicates objects from one or more source buckets to one or more destination buckets.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="destinations">The destinations; a bucket may be both, and does not replicate to itself.</param>
    /// <param name="options">What the rules do.</param>
    /// <returns>
    /// A rule for each source and destination. Changes of replicas are sent back only where the rules lead both ways: elsewhere there is
    /// nowhere to send them.
    /// </returns>
    public static ImmutableArray<DesiredRule> OneWay(
        ImmutableArray<BucketName> sources, ImmutableArray<BucketName> destinations, ReplicationOptions options) =>
    [
        .. sources.Distinct().SelectMany(
            source => destinations.Distinct().Where(destination => destination != source).Select(
                destination => new DesiredRule(
                    source, destination,
                    options with
                    {
                        ReplicaModifications =
                            options.ReplicaModifications && sources.Contains(destination) && destinations.Contains(source),
                    }))),
    ];

    /// <summary>Replicates objects among all specified buckets.</summary>
    /// <param name="buckets">The buckets; fewer than two make no rule.</param>
    /// <param name="options">What the rules do.</param>
    /// <returns>A rule from each bucket to every other: n·(n−1) rules.</returns>
    public static ImmutableArray<DesiredRule> Among(ImmutableArray<BucketName> buckets, ReplicationOptions options) =>
        OneWay(buckets, buckets, options);
}
