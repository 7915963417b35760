using System.Collections.Immutable;

namespace Mrap.Web.Components.Charts;

/// <summary>A mark where it stands on a plot.</summary>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="From">Where it begins, 0 to 1.</param>
/// <param name="Until">Where it ends; the same as where it begins for what has no length.</param>
internal sealed record PlotFlag(PlotMark Mark, int Number, double From, double Until)
{
    /// <summary>The marks of a plot that fall into its time, with the numbers that they have among all.</summary>
    public static ImmutableArray<PlotFlag> Of(Plot plot) =>
    [
        .. plot.Marks
            .Select((mark, i) => (Mark: mark, Number: i + 1))
            .Where(one => one.Mark.From < plot.End && (one.Mark.Until ?? one.Mark.From) >= plot.Start)
            .Select(one => new PlotFlag(
                one.Mark, one.Number, plot.Place(one.Mark.From), plot.Place(one.Mark.Until ?? one.Mark.From))),
    ];
}
