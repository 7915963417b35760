using System.Collections.Immutable;
using System.Globalization;

namespace Mrap.Web.Components.Charts;

/// <summary>
/// A plot as it is drawn: one path a series in whole units, which is what crosses the circuit when values change. The picture is
/// stretched over its place; texts stand beside it as texts.
/// </summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="Layers">The series that are shown, in their order.</param>
/// <param name="Values">The ticks of the values, from below.</param>
/// <param name="Times">The ticks of time, from the left.</param>
internal sealed record PlotDrawing(
    Plot Plot, ImmutableArray<PlotLayer> Layers, ImmutableArray<PlotTick> Values, ImmutableArray<PlotTick> Times)
{
    /// <summary>The height of the picture in its own units.</summary>
    public const int Height = 400;

    /// <summary>Whether the layers are filled: then they are painted from the last to the first, each from the ground.</summary>
    public bool IsFilled => Plot.Form != PlotForm.Lines;

    /// <summary>Draws a plot.</summary>
    /// <param name="hidden">The keys of series that are left out; others stand on each other without them.</param>
    public static PlotDrawing Of(Plot plot, IReadOnlySet<string> hidden)
    {
        ImmutableArray<PlotSeries> shown = [.. plot.Series.Where(series => !hidden.Contains(series.Key))];
        if (plot.Form == PlotForm.Lines)
        {
            var scale = PlotScale.Of(shown.Max(series => series.Most) ?? 0, plot.Unit);
            return new PlotDrawing(
                plot, [.. shown.Select(series => Layer(series, PlotPath.Line(series.Values, scale.Top, Height)))], scale.Ticks,
                PlotTimes.Of(plot));
        }

        var sums = Enumerable.Range(0, plot.Count).Select(i => shown.Sum(series => series.Values[i]) ?? 0).ToArray();
        var isShares = plot.Form == PlotForm.Shares;
        var values = isShares ? PlotScale.Of(1, PlotUnit.Share) : PlotScale.Of(sums.DefaultIfEmpty().Max(), plot.Unit);
        var ground = new double[plot.Count];
        var layers = ImmutableArray.CreateBuilder<PlotLayer>(shown.Length);
        foreach (var series in shown)
        {
            var tops = new double[plot.Count];
            for (var i = 0; i < plot.Count; i++)
            {
                ground[i] += series.Values[i] ?? 0;
                tops[i] = isShares && sums[i] > 0 ? ground[i] / sums[i] : ground[i];
            }

            layers.Add(Layer(series, PlotPath.Bars(tops, values.Top, Height)));
        }

        return new PlotDrawing(plot, layers.MoveToImmutable(), values.Ticks, PlotTimes.Of(plot));
    }

    private static PlotLayer Layer(PlotSeries series, string path) => new(
        series, path, string.Join(' ', series.Values.Select(value => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-")));
}
