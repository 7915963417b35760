using System.Collections.Immutable;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Web.Components.AccessPoints.Metrics;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Tests.Metrics;

public sealed class MetricPlotsTests
{
    private static readonly ImmutableDictionary<SeriesQuery, AlignedSeries> s_series = ImmutableDictionary.CreateRange(
    [
        MetricsExample.Series(S3Metrics.AllRequests, MetricsExample.Ireland, 30, 0, 10),
        MetricsExample.Series(S3Metrics.AllRequests, MetricsExample.Virginia, 10, null, 10),
        MetricsExample.Series(S3Metrics.ClientErrors, MetricsExample.Ireland, 3, 0, 0),
        MetricsExample.Series(S3Metrics.ServerErrors, MetricsExample.Virginia, 5, null, 10),
        MetricsExample.Series(MetricsExample.P99(MetricsExample.Ireland), 100, null, 20),
        MetricsExample.Series(MetricsExample.P99(MetricsExample.Virginia), 200, null, 40),
    ]);

    [Fact]
    public void Requests_AreStackedByRegionOverTheWindow()
    {
        var plot = Plots().ByRegion(S3Metrics.AllRequests);

        (plot.Form, plot.Unit, plot.Start, plot.Step, plot.Count).ShouldBe(
            (PlotForm.Stacked, PlotUnit.Count, MetricsExample.Now.AddMinutes(-3), TimeSpan.FromMinutes(1), 3));
        plot.Series.Select(series => (series.Name, series.Sum)).ShouldBe([("Ireland", 40), ("N. Virginia", 20)]);
    }

    [Fact]
    public void Region_AloneKeepsItsColour()
    {
        var all = Plots().ByRegion(S3Metrics.AllRequests);

        var alone = Plots(MetricsExample.Virginia.Region).ByRegion(S3Metrics.AllRequests);

        alone.Series.ShouldHaveSingleItem().Colour.ShouldBe(all.Series[1].Colour);
        alone.Series[0].Colour.ShouldNotBe(all.Series[0].Colour);
    }

    [Fact]
    public void Errors_AreThoseOfAllRegionsAndARateOfAllRequests()
    {
        Plots().Errors().Series.Select(series => series.Sum).ShouldBe([3, 15]);
        Plots().ErrorRates().Series[0].Values.ShouldBe([3 / 40d, null, 0]);
        Plots().ErrorRates().Series[1].Values.ShouldBe([5 / 40d, null, 0.5]);
    }

    [Fact]
    public void Latency_OverRegions_IsWeightedByTheirRequests()
    {
        var plot = Plots().Latency(S3Metrics.FirstByteLatency);

        plot.Series.Select(series => series.Name).ShouldBe(["p50", "p90", "p99"]);
        plot.Series[2].Values.ShouldBe([125, null, 30]);
        Plots(MetricsExample.Ireland.Region).Latency(S3Metrics.FirstByteLatency).Series[2].Values.ShouldBe([100, null, 20]);
    }

    [Fact]
    public void MoreRegionsThanColours_ArePutTogether()
    {
        ImmutableArray<BucketPlace> buckets =
        [
            .. RegionCatalog.AccessPointCapable.Take(10).Select(region => MetricsExample.Place($"media-{region.Id}", region.Id.Value)),
        ];
        var series = buckets.ToImmutableDictionary(
            bucket => new SeriesQuery(S3Metrics.AllRequests, new SeriesSubject.Requests(bucket)),
            bucket => MetricsExample.Series(S3Metrics.AllRequests, bucket, 1, null, 1).Value);

        var plot = new MetricPlots(MetricsExample.Window, buckets, series, region: null, []).ByRegion(S3Metrics.AllRequests);

        plot.Series.Length.ShouldBe(MetricPlots.MaxColours);
        (plot.Series[^1].Name, plot.Series[^1].Sum).ShouldBe(("4 other Regions", 8));
        plot.Series[^1].Values[1].ShouldBeNull();
    }

    [Fact]
    public void Marks_OutsideOfTheWindow_AreLeftOut()
    {
        MetricAnnotation[] annotations =
        [
            new(MetricsExample.Now.AddMinutes(-1), MetricAnnotationKind.Fault, "Ireland is down"),
            new(MetricsExample.Now.AddMinutes(-2), MetricAnnotationKind.RouteChange, "Ireland passive", "ada"),
            new(MetricsExample.Now.AddMinutes(-9), MetricAnnotationKind.RouteChange, "long ago"),
        ];

        MetricMarks.Of(annotations, MetricsExample.Window).ShouldBe(
        [
            new PlotMark(PlotMarkKind.Change, MetricsExample.Now.AddMinutes(-2), Until: null, "Ireland passive (ada)"),
            new PlotMark(PlotMarkKind.Fault, MetricsExample.Now.AddMinutes(-1), Until: null, "Ireland is down"),
        ]);
    }

    [Fact]
    public void Replication_HasALineARule_AndThoseOfTheRegionAlone()
    {
        var (ireland, virginia) = (MetricsExample.Ireland, MetricsExample.Virginia);
        ImmutableArray<ReplicationFlow> flows = [Flow(ireland, virginia), Flow(virginia, ireland)];
        var plots = new ReplicationPlots(MetricsExample.Window, flows, region: null, []);

        plots.Backlog().Series.Select(series => (series.Name, series.Last)).ShouldBe(
            [("Ireland → N. Virginia", 7), ("N. Virginia → Ireland", 7)]);
        new ReplicationPlots(MetricsExample.Window, flows, RegionId.Parse("ap-southeast-2").Value, []).IsKnown.ShouldBeFalse();
    }

    private static ReplicationFlow Flow(BucketPlace from, BucketPlace to)
    {
        AlignedSeries Empty(MetricUnit unit) => AlignedSeries.Empty("a", unit, MetricsExample.Window);
        return new ReplicationFlow(
            new SeriesSubject.Replication(from, to, "all"), Empty(MetricUnit.Seconds), Empty(MetricUnit.Bytes),
            new AlignedSeries("a", MetricUnit.Count, MetricsExample.Window, [1, null, 7]), Empty(MetricUnit.Count), Fault: null);
    }

    private static MetricPlots Plots(RegionId? region = null) =>
        new(MetricsExample.Window, MetricsExample.Buckets, s_series, region, []);
}
