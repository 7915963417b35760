using System.Collections.Immutable;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Everything that metrics tell of an access point.</summary>
/// <param name="Distribution">Its requests, over the member buckets.</param>
/// <param name="Requests">The other series of requests: for each metric and statistic that is read, one for each member bucket.</param>
/// <param name="Replication">Its replication rules.</param>
/// <param name="Faults">The Regions that did not answer.</param>
public sealed record AccessPointMetrics(
    RequestDistribution Distribution, ImmutableArray<BucketSeries> Requests, ImmutableArray<ReplicationFlow> Replication,
    ImmutableArray<RegionFault> Faults)
{
    /// <summary>When.</summary>
    public MetricWindow Window => Distribution.Window;

    /// <summary>The series of one metric, one for each member bucket in the order of the access point.</summary>
    /// <returns>The series; none when it is not read.</returns>
    public ImmutableArray<BucketSeries> Of(S3Metric metric, SeriesStatistic statistic) =>
        [.. Requests.Where(series => series.Query.Metric == metric && series.Query.Statistic == statistic)];

    /// <summary>One metric over all buckets: sums are added up, percentiles and averages are the mean weighted by requests.</summary>
    /// <returns>The series; null when the metric is not read. Of percentiles it is an approximation, which
    /// <see cref="MetricCaveat.MixedPercentiles"/> says.</returns>
    public AlignedSeries? Over(S3Metric metric, SeriesStatistic statistic)
    {
        var id = $"{metric.Name}:{statistic}";
        ImmutableArray<AlignedSeries> series = [.. Of(metric, statistic).Select(one => one.Series)];
        return series switch
        {
            [] => null,
            _ when statistic == SeriesStatistic.Sum => SeriesMath.Sum(id, series),
            _ when statistic == SeriesStatistic.Maximum => SeriesMath.Max(id, series),
            _ => SeriesMath.WeightedMean(id, series, [.. Distribution.Buckets.Select(bucket => bucket.Requests)]),
        };
    }

    /// <summary>Errors by requests over all buckets, 0 to 1.</summary>
    /// <param name="errors"><see cref="S3Metrics.ClientErrors"/> or <see cref="S3Metrics.ServerErrors"/>.</param>
    /// <returns>The rate; null when the errors are not read.</returns>
    public AlignedSeries? ErrorRate(S3Metric errors) =>
        Over(errors, SeriesStatistic.Sum) is { } sum ? SeriesMath.Ratio($"{errors.Name}:rate", sum, Distribution.Total) : null;

    /// <summary>Whether both say the same.</summary>
    public bool Equals(AccessPointMetrics? other) =>
        other is not null
        && Distribution == other.Distribution
        && Requests.AsSpan().SequenceEqual(other.Requests.AsSpan())
        && Replication.AsSpan().SequenceEqual(other.Replication.AsSpan())
        && Faults.AsSpan().SequenceEqual(other.Faults.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Distribution, Requests.Length, Replication.Length, Faults.Length);
}
