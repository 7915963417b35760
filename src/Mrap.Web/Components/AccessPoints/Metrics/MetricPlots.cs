using System.Collections.Immutable;
using System.Globalization;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Web.Components.Charts;
using Mrap.Web.Look;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>
/// Makes the charts of an access point's requests out of the series of its buckets. A Region has one colour on all of them.
/// </summary>
/// <param name="window">The time that all series are of.</param>
/// <param name="buckets">The member buckets; their order gives the colours.</param>
/// <param name="series">The series that were read; what is missing is not known.</param>
/// <param name="region">The Region that is looked at alone; null for all.</param>
/// <param name="marks">What happened meanwhile.</param>
public sealed class MetricPlots(
    MetricWindow window, ImmutableArray<BucketPlace> buckets, IReadOnlyDictionary<SeriesQuery, AlignedSeries> series, RegionId? region,
    ImmutableArray<PlotMark> marks)
{
    /// <summary>How many Regions have a colour of their own; more are put together.</summary>
    public const int MaxColours = 7;

    private static readonly double[] s_percentiles = [50, 90, 99];

    private static readonly string[] s_percentileColours = ["var(--series-5)", "var(--series-1)", "var(--series-6)"];

    private ImmutableArray<BucketPlace> Shown { get; } =
        region is null ? buckets : [.. buckets.Where(bucket => bucket.Region == region)];

    /// <summary>The charts of what was read of an access point.</summary>
    public static MetricPlots Of(AccessPointMetrics metrics, RegionId? region, ImmutableArray<PlotMark> marks) => new(
        metrics.Window,
        [.. metrics.Distribution.Buckets.Select(bucket => bucket.Bucket).OrderBy(bucket => bucket.Region)],
        metrics.Requests.Select(one => KeyValuePair.Create(one.Query, one.Series))
            .Concat(metrics.Distribution.Buckets.Select(one => KeyValuePair.Create(
                new SeriesQuery(S3Metrics.AllRequests, new SeriesSubject.Requests(one.Bucket)), one.Requests)))
            .ToDictionary(),
        region,
        marks);

    /// <summary>A metric that adds up, by Region on each other.</summary>
    public Plot ByRegion(S3Metric metric, PlotForm form = PlotForm.Stacked)
    {
        var all = Shown.Select(bucket => Line(bucket, Of(metric, bucket))).ToList();
        return Make(form, UnitOf(metric.Unit), all.Count <= MaxColours ? [.. all] : Folded(all));
    }

    /// <summary>Requests that failed, by whose fault it is.</summary>
    public Plot Errors() => Make(
        PlotForm.Stacked,
        PlotUnit.Count,
        [
            Line("4xx", "4xx, the client's", "var(--series-2)", Sum(S3Metrics.ClientErrors)),
            Line("5xx", "5xx, the service's", "var(--series-6)", Sum(S3Metrics.ServerErrors)),
        ]);

    /// <summary>The part of requests that failed.</summary>
    public Plot ErrorRates() => Make(
        PlotForm.Lines,
        PlotUnit.Share,
        [
            Line("4xx", "4xx rate", "var(--series-2)", Rate(S3Metrics.ClientErrors)),
            Line("5xx", "5xx rate", "var(--series-6)", Rate(S3Metrics.ServerErrors)) with { IsDashed = true },
        ]);

    /// <summary>Percentiles of a latency over the Regions that are shown.</summary>
    public Plot Latency(S3Metric metric) => Make(
        PlotForm.Lines,
        PlotUnit.Milliseconds,
        [
            .. s_percentiles.Select((percent, i) =>
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"p{percent:0.#}");
                return Line(id, id, s_percentileColours[i], Mean(id, metric, percent));
            }),
        ]);

    /// <summary>Whether a percentile over what is shown is put together from those of several Regions.</summary>
    public bool IsMixed => Shown.Length > 1;

    internal static PlotUnit UnitOf(MetricUnit unit) => unit switch
    {
        MetricUnit.Bytes => PlotUnit.Bytes,
        MetricUnit.Milliseconds => PlotUnit.Milliseconds,
        MetricUnit.Seconds => PlotUnit.Seconds,
        MetricUnit.Ratio => PlotUnit.Share,
        _ => PlotUnit.Count,
    };

    private static PlotSeries Line(string key, string name, string colour, AlignedSeries values) => new(key, name, colour, values.Values);

    private PlotSeries Line(BucketPlace bucket, AlignedSeries values) => Line(
        bucket.Region.Value, RegionCatalog.ShortNameOf(bucket.Region), RegionColours.Of(buckets.IndexOf(bucket)), values);

    // a colour more would be one of the others again
    private ImmutableArray<PlotSeries> Folded(List<PlotSeries> all)
    {
        var rest = all[(MaxColours - 1)..];
        return
        [
            .. all[..(MaxColours - 1)],
            new PlotSeries(
                "others", $"{rest.Count} other Regions", "var(--line-strong)",
                [
                    .. Enumerable.Range(0, window.Count).Select(
                        i => rest.All(one => one.Values[i] is null) ? null : rest.Sum(one => one.Values[i])),
                ]),
        ];
    }

    private AlignedSeries Of(S3Metric metric, BucketPlace bucket) => Of(new SeriesQuery(metric, new SeriesSubject.Requests(bucket)));

    private AlignedSeries Of(SeriesQuery query) =>
        series.GetValueOrDefault(query) ?? AlignedSeries.Empty(query.Metric.Name, query.Unit, window);

    private static SeriesQuery Latency(S3Metric metric, double percent, BucketPlace bucket) =>
        new(metric, SeriesStatistic.Percentile(percent), new SeriesSubject.Requests(bucket));

    private AlignedSeries Sum(S3Metric metric) => Shown.IsEmpty
        ? AlignedSeries.Empty(metric.Name, metric.Unit, window)
        : SeriesMath.Sum(metric.Name, [.. Shown.Select(bucket => Of(metric, bucket))]);

    private AlignedSeries Rate(S3Metric metric) => SeriesMath.Ratio(metric.Name, Sum(metric), Sum(S3Metrics.AllRequests));

    private AlignedSeries Mean(string id, S3Metric metric, double percent) => Shown.IsEmpty
        ? AlignedSeries.Empty(id, metric.Unit, window)
        : Shown.Length == 1
            ? Of(Latency(metric, percent, Shown[0]))
            : SeriesMath.WeightedMean(
                id, [.. Shown.Select(bucket => Of(Latency(metric, percent, bucket)))],
                [.. Shown.Select(bucket => Of(S3Metrics.AllRequests, bucket))]);

    private Plot Make(PlotForm form, PlotUnit unit, ImmutableArray<PlotSeries> lines) =>
        new(form, unit, window.From, window.Period, lines) { Marks = marks };
}
