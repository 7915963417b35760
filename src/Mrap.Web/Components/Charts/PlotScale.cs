using System.Collections.Immutable;

namespace Mrap.Web.Components.Charts;

/// <summary>The axis of values: from zero to a round number, with a few ticks at round numbers.</summary>
/// <param name="Top">The value at the upper end; more than zero.</param>
/// <param name="Ticks">The ticks, from below.</param>
internal sealed record PlotScale(double Top, ImmutableArray<PlotTick> Ticks)
{
    private const int WantedTicks = 4;

    /// <summary>The axis for values up to the greatest.</summary>
    /// <param name="most">The greatest value; what is not above zero counts as the least that the unit tells.</param>
    public static PlotScale Of(double most, PlotUnit unit)
    {
        var greatest = double.IsFinite(most) && most > 0 ? most : Least(unit);
        var step = Math.Max(StepOf(greatest / WantedTicks, unit), unit is PlotUnit.Count or PlotUnit.Level ? 1 : 0);
        var count = Math.Max(1, (int)Math.Ceiling(Math.Round(greatest / step, 9)));
        return new PlotScale(
            count * step,
            [.. Enumerable.Range(0, count + 1).Select(i => new PlotTick((double)i / count, PlotText.Of(i * step, unit)))]);
    }

    private static double StepOf(double wanted, PlotUnit unit)
    {
        if (unit is not (PlotUnit.Bytes or PlotUnit.LevelBytes))
        {
            return Round(wanted);
        }

        // whole bytes below, and so on in kibibytes and above
        var power = Math.Pow(1024, PlotText.PowerOf(wanted));
        var step = Round(Math.Max(wanted / power, 1));
        return step is 1000 ? 1024 * power : step * power;
    }

    // the next of 1, 2 and 5 times a power of ten
    private static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Round(value / power, 9) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private static double Least(PlotUnit unit) => unit switch
    {
        PlotUnit.Share => 0.01,
        PlotUnit.Bytes or PlotUnit.LevelBytes => 1024,
        _ => 1,
    };
}
