using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Reads everything that metrics tell of an access point: of each Region with one call.</summary>
/// <param name="accessPoints">Reads the access point.</param>
/// <param name="series">Reads the series.</param>
/// <param name="distribution">Tells how requests spread.</param>
/// <param name="replication">Finds the replication rules.</param>
/// <param name="time">The clock.</param>
public sealed class GetAccessPointMetrics(
    GetAccessPoint accessPoints, GetMetricSeries series, GetRequestDistribution distribution, GetReplicationMetrics replication,
    TimeProvider time)
{
    /// <summary>The percentiles of the two latencies that are read.</summary>
    public static ImmutableArray<SeriesStatistic> Percentiles { get; } =
        [SeriesStatistic.Percentile(50), SeriesStatistic.Percentile(90), SeriesStatistic.Percentile(99)];

    private static readonly ImmutableArray<(S3Metric Metric, SeriesStatistic Statistic)> s_requests =
    [
        .. new[]
        {
            S3Metrics.GetRequests, S3Metrics.PutRequests, S3Metrics.HeadRequests, S3Metrics.DeleteRequests, S3Metrics.ListRequests,
            S3Metrics.BytesDownloaded, S3Metrics.BytesUploaded, S3Metrics.ClientErrors, S3Metrics.ServerErrors,
        }.Select(metric => (metric, SeriesStatistic.Sum)),
        .. new[] { S3Metrics.FirstByteLatency, S3Metrics.TotalRequestLatency }
            .SelectMany(metric => Percentiles.Select(percentile => (metric, percentile))),
    ];

    /// <summary>Reads the access point and its metrics.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The metrics, as far as they are known, or why the access point could not be read.</returns>
    public async Task<Outcome<AccessPointMetrics>> ExecuteAsync(AccessPointName name, TimeRange range, CancellationToken cancellationToken)
    {
        var outcome = await accessPoints.ReadAsync(name, cancellationToken);
        return outcome.TryGet(out var accessPoint, out var fault)
            ? await ExecuteAsync(accessPoint, MetricWindow.Of(range, time.GetUtcNow()), cancellationToken)
            : fault;
    }

    /// <summary>Reads the metrics.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The metrics, as far as they are known.</returns>
    public async Task<AccessPointMetrics> ExecuteAsync(
        AccessPoint accessPoint, MetricWindow window, CancellationToken cancellationToken)
    {
        var rules = await replication.FindRulesAsync(accessPoint, cancellationToken);
        ImmutableArray<(BucketPlace Bucket, SeriesQuery Query)> requests =
        [
            .. accessPoint.Members.Select(BucketPlace.Of).SelectMany(
                bucket => s_requests.Select(
                    asked => (bucket, new SeriesQuery(asked.Metric, asked.Statistic, new SeriesSubject.Requests(bucket))))),
        ];
        var reading = await series.ExecuteAsync(
            window,
            [
                .. accessPoint.Members.Select(BucketPlace.Of).Select(GetRequestDistribution.Query),
                .. requests.Select(asked => asked.Query),
                .. rules.SelectMany(GetReplicationMetrics.Queries),
            ],
            cancellationToken);
        return new AccessPointMetrics(
            await distribution.ExecuteAsync(accessPoint, reading, cancellationToken),
            [.. requests.Select(asked => new BucketSeries(asked.Bucket, asked.Query, Shown(asked.Query, reading)))],
            GetReplicationMetrics.Flows(rules, reading),
            reading.Faults);
    }

    // Whoever has requests in one minute has none in a minute without a point; whoever has none at all may count nothing.
    private static AlignedSeries Shown(SeriesQuery query, MetricReading reading)
    {
        var read = reading.Of(query);
        var requests = reading.Of(GetRequestDistribution.Query(query.Subject.Source));
        return query.Metric.IsZeroWithoutPoints && !requests.IsEmpty ? read.WithZeros() : read;
    }
}
