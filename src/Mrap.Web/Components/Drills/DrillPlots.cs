using System.Collections.Immutable;
using Mrap.Core.Drills.Reports;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Components.Drills;

/// <summary>What the charts of a drill show: times are since its start, and its phases are marked.</summary>
internal static class DrillPlots
{
    /// <summary>The latency of requests that succeeded.</summary>
    /// <param name="report">A report with intervals.</param>
    public static Plot Latency(DrillReport report) => Of(
        report,
        PlotForm.Lines,
        PlotUnit.Milliseconds,
        new PlotSeries("p50", "median", "var(--primary)", [.. report.Intervals.Select(interval => interval.P50Ms)]),
        new PlotSeries("p95", "95th percentile", "var(--accent)", [.. report.Intervals.Select(interval => interval.P95Ms)])
        {
            IsDashed = true,
        });

    /// <summary>The requests, and how many of them failed.</summary>
    /// <param name="report">A report with intervals.</param>
    public static Plot Requests(DrillReport report) => Of(
        report,
        PlotForm.Stacked,
        PlotUnit.Count,
        new PlotSeries("failed", "failed", "var(--error)", [.. report.Intervals.Select(interval => (double?)interval.Errors)]),
        new PlotSeries(
            "answered", "answered", "var(--series-1)",
            [.. report.Intervals.Select(interval => (double?)(interval.Requests - interval.Errors))]));

    private static Plot Of(DrillReport report, PlotForm form, PlotUnit unit, params ImmutableArray<PlotSeries> series)
    {
        var start = DateTimeOffset.UnixEpoch;
        return new Plot(form, unit, start, TimeSpan.FromSeconds(report.Intervals[0].Seconds), series)
        {
            IsElapsed = true,
            Marks =
            [
                .. report.Phases.Select(phase => new PlotMark(
                    PlotMarkKind.Phase, start.AddSeconds(phase.StartSeconds), start.AddSeconds(phase.EndSeconds), phase.Name)),
            ],
        };
    }
}
