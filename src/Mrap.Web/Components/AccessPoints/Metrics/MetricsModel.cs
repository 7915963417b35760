using System.Collections.Immutable;
using System.Globalization;
using Mrap.Aws.Metrics;
using Mrap.Core.Metrics;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Charts;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>What the metrics tab shows.</summary>
/// <param name="Window">The time that is shown.</param>
/// <param name="Figures">Four figures, each with its comparison.</param>
/// <param name="Charts">The charts of requests.</param>
/// <param name="Replication">The charts of replication; null when no rule publishes metrics.</param>
/// <param name="Marks">What happened meanwhile, in the order in which charts number it.</param>
/// <param name="Caveats">Why it is not the whole truth.</param>
public sealed record MetricsModel(
    MetricWindow Window, ImmutableArray<OverviewFigure> Figures, MetricCharts Charts, ReplicationCharts? Replication,
    ImmutableArray<PlotMark> Marks, ImmutableArray<string> Caveats)
{
    /// <summary>Works it out.</summary>
    /// <param name="metrics">What was read.</param>
    /// <param name="annotations">What happened meanwhile.</param>
    /// <param name="state">What the address asks for.</param>
    public static MetricsModel Of(AccessPointMetrics metrics, ImmutableArray<MetricAnnotation> annotations, MetricsState state)
    {
        var marks = MetricMarks.Of(annotations, metrics.Window);
        var region = metrics.Distribution.Buckets.Any(bucket => bucket.Bucket.Region == state.Region) ? state.Region : null;
        var charts = MetricCharts.Of(MetricPlots.Of(metrics, region, marks), state.IsShares ? PlotForm.Shares : PlotForm.Stacked);
        var flows = new ReplicationPlots(metrics.Window, metrics.Replication, region, marks);
        var replication = flows.IsKnown ? ReplicationCharts.Of(flows) : null;
        return new MetricsModel(
            metrics.Window,
            [Requests(charts.Requests), Failed(charts), FirstByte(charts.FirstByte), Waiting(replication)],
            charts,
            replication,
            marks,
            [
                .. metrics.Distribution.Caveats.Select(caveat => caveat.Text),
                .. charts.IsMixed && !charts.FirstByte.IsEmpty ? [MetricCaveat.MixedPercentiles.Text] : ImmutableArray<string>.Empty,
            ]);
    }

    private static OverviewFigure Requests(Plot plot)
    {
        var total = plot.Series.Sum(series => series.Sum);
        var most = plot.Series.MaxBy(series => series.Sum);
        return plot.IsEmpty
            ? new OverviewFigure("Requests", "Not known", "no point in this time", FigureTone.Plain)
            : new OverviewFigure(
                "Requests",
                Number(total),
                total > 0 ? $"{DisplayFormat.Percent(most!.Sum / total)} by {most.Name}" : "none in this time",
                FigureTone.Plain);
    }

    private static OverviewFigure Failed(MetricCharts charts)
    {
        var (client, server) = (charts.Errors.Series[0].Sum, charts.Errors.Series[1].Sum);
        var all = charts.Requests.Series.Sum(series => series.Sum);
        return all == 0
            ? new OverviewFigure("Failed", charts.Requests.IsEmpty ? "Not known" : "None", "of no requests", FigureTone.Plain)
            : new OverviewFigure(
                "Failed",
                PlotText.Of((client + server) / all, PlotUnit.Share),
                $"{Number(client)} with 4xx, {Number(server)} with 5xx",
                (client, server) switch { (_, > 0) => FigureTone.Bad, (0, 0) => FigureTone.Good, _ => FigureTone.Plain });
    }

    private static OverviewFigure FirstByte(Plot plot)
    {
        var (median, slowest) = (plot.Series[0].Last, plot.Series[^1].Last);
        return median is null
            ? new OverviewFigure("First byte, median", "Not known", "no point in this time", FigureTone.Plain)
            : new OverviewFigure(
                "First byte, median",
                PlotText.Of(median, PlotUnit.Milliseconds),
                $"p99 {PlotText.Of(slowest, PlotUnit.Milliseconds)}, both latest",
                FigureTone.Plain);
    }

    private static OverviewFigure Waiting(ReplicationCharts? charts)
    {
        if (charts is null)
        {
            return new OverviewFigure("Waiting for replication", "Not known", "no rule publishes metrics", FigureTone.Plain);
        }

        var waiting = charts.Backlog.Series.Sum(series => series.Last) ?? 0;
        var behind = charts.Lag.Series.Max(series => series.Last);
        return new OverviewFigure(
            "Waiting for replication",
            Number(waiting),
            behind is { } lag ? $"the furthest is {PlotText.Of(lag, PlotUnit.Seconds)} behind" : "operations",
            waiting == 0 ? FigureTone.Good : FigureTone.Plain);
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
