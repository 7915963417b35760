using System.Collections.Immutable;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Web.Components.Charts;
using Mrap.Web.Look;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>Makes the charts of replication: a line a rule and destination.</summary>
/// <param name="window">The time that all series are of.</param>
/// <param name="flows">What is known of the rules.</param>
/// <param name="region">The Region that a rule goes from or to; null for all.</param>
/// <param name="marks">What happened meanwhile.</param>
public sealed class ReplicationPlots(
    MetricWindow window, ImmutableArray<ReplicationFlow> flows, RegionId? region, ImmutableArray<PlotMark> marks)
{
    private ImmutableArray<ReplicationFlow> Shown { get; } =
    [
        .. flows.Where(flow => flow.IsKnown && (region is null || flow.Rule.From.Region == region || flow.Rule.To.Region == region)),
    ];

    /// <summary>Whether any rule that is shown has metrics.</summary>
    public bool IsKnown => !Shown.IsEmpty;

    /// <summary>Operations that wait.</summary>
    public Plot Backlog() => Of(PlotForm.Lines, PlotUnit.Level, flow => flow.OperationsPending);

    /// <summary>Bytes that wait.</summary>
    public Plot BacklogBytes() => Of(PlotForm.Lines, PlotUnit.LevelBytes, flow => flow.BytesPending);

    /// <summary>How far destinations are behind.</summary>
    public Plot Lag() => Of(PlotForm.Lines, PlotUnit.Seconds, flow => flow.Lag);

    /// <summary>Operations that failed.</summary>
    public Plot Failed() => Of(PlotForm.Stacked, PlotUnit.Count, flow => flow.Failed);

    private static string NameOf(SeriesSubject.Replication rule) =>
        $"{RegionCatalog.ShortNameOf(rule.From.Region)} → {RegionCatalog.ShortNameOf(rule.To.Region)}";

    private Plot Of(PlotForm form, PlotUnit unit, Func<ReplicationFlow, AlignedSeries> series)
    {
        var names = Shown.Select(flow => NameOf(flow.Rule)).ToList();
        return new Plot(
            form,
            unit,
            window.From,
            window.Period,
            [
                .. Shown.Select((flow, i) => new PlotSeries(
                    $"{flow.Rule.From.Bucket}/{flow.Rule.RuleId}/{flow.Rule.To.Bucket}",
                    names.Count(name => name == names[i]) > 1 ? $"{names[i]} ({flow.Rule.RuleId})" : names[i],
                    RegionColours.Of(i),
                    series(flow).Values)
                {
                    IsDashed = i >= MetricPlots.MaxColours,
                }),
            ])
        {
            Marks = marks,
        };
    }
}
