using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;

namespace Mrap.Sandbox.Replication;

/// <summary>What waits, by rule: of the enabled rules with metrics for the metrics, of all for whoever runs the sandbox.</summary>
internal sealed class ReplicationBacklog(RegionStores stores) : IReplicationBacklog
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplicationPending> Read() =>
    [
        .. ReadAll().Where(found => found.Rule is { IsEnabled: true, Destination.Metrics.Status: RuleStatus.Enabled })
            .Select(
                found => new ReplicationPending(
                    Link(found.Region, found.Line), found.Line.Operations, found.Line.Bytes, found.Line.Oldest)),
    ];

    /// <summary>A line for every rule of every bucket, and for what is left of rules that are gone.</summary>
    public IReadOnlyList<(RegionId Region, ReplicationRule? Rule, ReplicationLine Line)> ReadAll() =>
        [.. stores.OpenRegions.OrderBy(region => region.Value, StringComparer.Ordinal).SelectMany(ReadRegion)];

    /// <summary>How many tasks wait in all Regions.</summary>
    public long CountWaiting() => stores.OpenRegions.Sum(region => stores.Get(region).ReadBacklog().Sum(line => line.Operations));

    private IEnumerable<(RegionId Region, ReplicationRule? Rule, ReplicationLine Line)> ReadRegion(RegionId region)
    {
        var store = stores.Get(region);
        var lines = store.ReadBacklog().ToDictionary(line => (line.Bucket, line.Destination, line.Rule));
        foreach (var bucket in store.ListBuckets())
        {
            foreach (var rule in BucketRules.Of(store.FindConfiguration(bucket.Name, BucketRules.Kind))?.Configuration.Rules ?? [])
            {
                if (rule.Destination?.Bucket is { } destination)
                {
                    lines.Remove((bucket.Name, destination, rule.Id!), out var line);
                    yield return (
                        region, rule,
                        line ?? new ReplicationLine(bucket.Name, destination, rule.Id!, 0, 0, Oldest: null, 0, LastFailure: null));
                }
            }
        }

        foreach (var line in lines.Values)
        {
            yield return (region, null, line);
        }
    }

    private ReplicationLink Link(RegionId region, ReplicationLine line) => new(
        line.Bucket.Value, region.Value, line.Destination.Value, stores.FindBucket(line.Destination)?.Region.Value, line.Rule);
}
