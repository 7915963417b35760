using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>
/// The replication metrics of every rule that has them (Amazon S3 User Guide, "Using S3 Replication metrics"): what is pending, and how far
/// behind it is, in the Region of the destination each minute, what failed in that of the source when it happens.
/// </summary>
/// <param name="backlogs">Who knows what is pending; nobody where nothing replicates.</param>
internal sealed class ReplicationMetrics(RegionStores stores, MetricStore metrics, IEnumerable<IReplicationBacklog> backlogs)
    : IReplicationObserver, IMetricSampler
{
    private const string Count = "Count";

    /// <inheritdoc/>
    public void Observe(ReplicationObserved observed)
    {
        var second = observed.Ended.ToUnixTimeSeconds();
        Open(observed.Link, observed.Link.SourceRegion, "OperationsFailedReplication", Count)
            ?.Add(second, observed.Failure is null ? 0 : 1);
        if (observed.Failure is null)
        {
            Open(observed.Link, observed.Link.DestinationRegion, "ReplicationLatency", "Seconds")
                ?.Add(second, observed.Waited.TotalSeconds);
        }
    }

    /// <inheritdoc/>
    public void Sample(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        foreach (var pending in backlogs.SelectMany(backlog => backlog.Read()))
        {
            var region = pending.Link.DestinationRegion;
            var behind = pending.Oldest is { } oldest ? Math.Max((now - oldest).TotalSeconds, 0) : 0;
            Open(pending.Link, region, "ReplicationLatency", "Seconds")?.Add(second, behind);
            Open(pending.Link, region, "BytesPendingReplication", "Bytes")?.Add(second, pending.Bytes);
            Open(pending.Link, region, "OperationsPendingReplication", Count)?.Add(second, pending.Operations);
        }
    }

    private MetricSeries? Open(ReplicationLink link, string? region, string name, string unit) =>
        region is not null && BucketName.Parse(link.SourceBucket).TryGet(out var source) && stores.FindBucket(source) is { } location
            ? metrics.Open(
                new MetricIdentity(
                    region, location.Bucket.Owner.Value, S3Metrics.Namespace, name, new("SourceBucket", link.SourceBucket),
                    new("DestinationBucket", link.DestinationBucket), new("RuleId", link.RuleId)),
                unit)
            : null;
}
