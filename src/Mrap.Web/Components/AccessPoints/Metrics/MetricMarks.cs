using System.Collections.Immutable;
using Mrap.Core.Metrics;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>What happened, as charts mark it.</summary>
internal static class MetricMarks
{
    private const int MaxMarks = 20;

    /// <summary>The latest marks of a window, the oldest first.</summary>
    public static ImmutableArray<PlotMark> Of(IEnumerable<MetricAnnotation> annotations, MetricWindow window) =>
    [
        .. annotations
            .Where(annotation => annotation.At >= window.From && annotation.At < window.To)
            .OrderBy(annotation => annotation.At)
            .TakeLast(MaxMarks)
            .Select(annotation => new PlotMark(
                annotation.Kind == MetricAnnotationKind.Fault ? PlotMarkKind.Fault : PlotMarkKind.Change,
                annotation.At,
                Until: null,
                annotation.By is { } by ? $"{annotation.Text} ({by})" : annotation.Text)),
    ];
}
