using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Web.Tests.Metrics;

/// <summary>Series of two buckets over three minutes.</summary>
internal static class MetricsExample
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 27, 9, 3, 0, TimeSpan.Zero);

    public static MetricWindow Window { get; } = MetricWindow.Of(TimeRange.Last(TimeSpan.FromMinutes(3)), Now);

    public static BucketPlace Ireland { get; } = Place("media-eu-west-1", "eu-west-1");

    public static BucketPlace Virginia { get; } = Place("media-us-east-1", "us-east-1");

    public static ImmutableArray<BucketPlace> Buckets { get; } = [Ireland, Virginia];

    public static BucketPlace Place(string bucket, string region) =>
        new(BucketName.Parse(bucket).Value, RegionId.Parse(region).Value);

    public static SeriesQuery P99(BucketPlace bucket) =>
        new(S3Metrics.FirstByteLatency, SeriesStatistic.Percentile(99), new SeriesSubject.Requests(bucket));

    public static KeyValuePair<SeriesQuery, AlignedSeries> Series(
        S3Metric metric, BucketPlace bucket, params ImmutableArray<double?> values) =>
        Series(new SeriesQuery(metric, new SeriesSubject.Requests(bucket)), values);

    public static KeyValuePair<SeriesQuery, AlignedSeries> Series(SeriesQuery query, params ImmutableArray<double?> values) =>
        new(query, new AlignedSeries(query.Metric.Name, query.Unit, Window, values));
}
