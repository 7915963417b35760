using System.Collections.Immutable;
using Amazon.S3;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>
/// Reads the four metrics of each replication rule between member buckets: three are published in the Region of the destination, the
/// failures in that of the source (Amazon S3 User Guide, "Using S3 Replication metrics").
/// </summary>
/// <param name="series">Reads the series.</param>
public sealed class GetReplicationMetrics(AwsClients clients, GetMetricSeries series)
{
    private static readonly ImmutableArray<S3Metric> s_metrics =
    [
        S3Metrics.ReplicationLatency, S3Metrics.BytesPendingReplication, S3Metrics.OperationsPendingReplication,
        S3Metrics.OperationsFailedReplication,
    ];

    /// <summary>Reads them.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>One flow for each rule with metrics and destination.</returns>
    public async Task<ImmutableArray<ReplicationFlow>> ExecuteAsync(
        AccessPoint accessPoint, MetricWindow window, CancellationToken cancellationToken)
    {
        var rules = await FindRulesAsync(accessPoint, cancellationToken);
        return Flows(rules, await series.ExecuteAsync(window, rules.SelectMany(Queries), cancellationToken));
    }

    /// <summary>Finds the enabled rules with metrics that copy from one member bucket to another.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The rules; those of a bucket whose rules cannot be read are missing.</returns>
    public async Task<ImmutableArray<SeriesSubject.Replication>> FindRulesAsync(
        AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var places = accessPoint.Members.Select(BucketPlace.Of).ToDictionary(place => place.Bucket.Value, StringComparer.Ordinal);
        var rules = await Task.WhenAll(places.Values.Select(place => FindRulesAsync(place, places, cancellationToken)));
        return [.. rules.SelectMany(found => found)];
    }

    internal static IEnumerable<SeriesQuery> Queries(SeriesSubject.Replication rule) =>
        s_metrics.Select(metric => new SeriesQuery(metric, rule));

    internal static ImmutableArray<ReplicationFlow> Flows(ImmutableArray<SeriesSubject.Replication> rules, MetricReading reading) =>
        [.. rules.Select(rule => Flow(rule, reading))];

    private static ReplicationFlow Flow(SeriesSubject.Replication rule, MetricReading reading) => new(
        rule,
        reading.Of(new SeriesQuery(S3Metrics.ReplicationLatency, rule)),
        reading.Of(new SeriesQuery(S3Metrics.BytesPendingReplication, rule)),
        reading.Of(new SeriesQuery(S3Metrics.OperationsPendingReplication, rule)),
        reading.Of(new SeriesQuery(S3Metrics.OperationsFailedReplication, rule)),
        (reading.FaultOf(rule.To.Region) ?? reading.FaultOf(rule.From.Region))?.Why);

    private async Task<IEnumerable<SeriesSubject.Replication>> FindRulesAsync(
        BucketPlace place, Dictionary<string, BucketPlace> places, CancellationToken cancellationToken)
    {
        var request = new GetBucketReplicationRequest { BucketName = place.Bucket.Value };
        var answer = await AwsCall.InvokeAsync(
            $"Replication rules of `{place.Bucket}` could not be read.",
            () => clients.S3(place.Region).GetBucketReplicationAsync(request, cancellationToken));
        return (answer.IsSuccess ? answer.Value.Configuration?.Rules : null)?
            .Where(rule => rule.Status == ReplicationRuleStatus.Enabled && rule.Destination?.Metrics?.Status == MetricsStatus.Enabled)
            .Select(rule => (rule.Id, To: places.GetValueOrDefault(rule.Destination.BucketArn?.Split(':')[^1] ?? string.Empty)))
            .Where(rule => rule is { Id.Length: > 0, To: not null })
            .Select(rule => new SeriesSubject.Replication(place, rule.To!, rule.Id)) ?? [];
    }
}
