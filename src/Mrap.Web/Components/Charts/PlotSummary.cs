using System.Globalization;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Charts;

/// <summary>What a plot shows, in words: for whoever does not see it, and for whoever wants the figure.</summary>
internal static class PlotSummary
{
    private const int MostNamed = 7;

    /// <summary>Says it in a few sentences.</summary>
    public static string Of(Plot plot)
    {
        if (plot.IsEmpty)
        {
            return "There are no values in this time.";
        }

        var marks = plot.Marks.Count(mark => mark.Kind != PlotMarkKind.Phase && mark.From < plot.End && mark.From >= plot.Start);
        return $"{Range(plot)} {(IsSum(plot.Unit) ? Sums(plot) : Levels(plot))}"
            + (marks == 0 ? string.Empty : $" {DisplayFormat.Count(marks, "event is", "events are")} marked.");
    }

    /// <summary>The whole and the most, in a line, for a plot with values.</summary>
    public static string Lead(Plot plot)
    {
        if (!IsSum(plot.Unit))
        {
            var top = plot.Series.MaxBy(series => series.Most ?? double.MinValue)!;
            return $"At most {PlotText.Of(top.Most, plot.Unit)}: {top.Name}, at {TimeOf(plot, top)}";
        }

        var (most, at) = MostOf(plot);
        return $"{PlotText.Of(plot.Series.Sum(series => series.Sum), plot.Unit)} in all, "
            + $"at most {PlotText.Of(most, plot.Unit)} in {PlotText.Step(plot.Step)}, at {at}";
    }

    /// <summary>What stands beside the name of a series: its share of the sum, or its last value.</summary>
    public static string Of(Plot plot, PlotSeries series) => (IsSum(plot.Unit), plot.Form) switch
    {
        _ when series.Most is null => PlotText.Of(value: null, plot.Unit),
        (true, PlotForm.Lines) => PlotText.Of(series.Sum, plot.Unit),
        (true, _) when plot.Series.Sum(one => one.Sum) is var all and > 0 => DisplayFormat.Percent(series.Sum / all),
        (true, _) => PlotText.Of(0, plot.Unit),
        _ => PlotText.Of(series.Last, plot.Unit),
    };

    private static bool IsSum(PlotUnit unit) => unit is PlotUnit.Count or PlotUnit.Bytes;

    private static string Range(Plot plot) => plot.IsElapsed
        ? $"Over {DisplayFormat.Duration(plot.End - plot.Start)}, in steps of {DisplayFormat.Duration(plot.Step)}."
        : $"From {PlotText.Time(plot, plot.Start)} to {PlotText.Time(plot, plot.End)} UTC, in steps of {PlotText.Step(plot.Step)}.";

    private static string Sums(Plot plot)
    {
        var all = plot.Series.Sum(series => series.Sum);
        var parts = plot.Series.Length == 1 || all == 0
            ? string.Empty
            : $": {string.Join(", ", plot.Series.Take(MostNamed).Select(series => $"{series.Name} {Part(plot, series, all)}"))}";
        var (most, at) = MostOf(plot);
        return $"{PlotText.Of(all, plot.Unit)} in all{parts}. At most {PlotText.Of(most, plot.Unit)} in a step, at {at}.";
    }

    private static (double Value, string Time) MostOf(Plot plot)
    {
        var sums = Enumerable.Range(0, plot.Count).Select(i => plot.Series.Sum(series => series.Values[i]) ?? 0).ToArray();
        var most = Array.IndexOf(sums, sums.Max());
        return (sums[most], PlotText.Time(plot, plot.At(most)));
    }

    private static string TimeOf(Plot plot, PlotSeries series) => PlotText.Time(plot, plot.At(series.Values.IndexOf(series.Most)));

    private static string Part(Plot plot, PlotSeries series, double all) => plot.Form == PlotForm.Lines
        ? PlotText.Of(series.Sum, plot.Unit)
        : (series.Sum / all).ToString("P0", CultureInfo.CurrentCulture);

    private static string Levels(Plot plot) => string.Join(
        ' ',
        plot.Series.Where(series => series.Most is not null).Take(MostNamed).Select(
            series => $"{series.Name}: at most {PlotText.Of(series.Most, plot.Unit)}, at {TimeOf(plot, series)}; "
                + $"last {PlotText.Of(series.Last, plot.Unit)}."));
}
