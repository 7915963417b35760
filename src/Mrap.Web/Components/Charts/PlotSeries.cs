using System.Collections.Immutable;

namespace Mrap.Web.Components.Charts;

/// <summary>One series of a plot.</summary>
/// <param name="Key">Tells it from the others of the plot, whatever the values are.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Colour">Its colour, in terms of CSS.</param>
/// <param name="Values">One value a step; null where nothing is known, which is drawn as a gap.</param>
public sealed record PlotSeries(string Key, string Name, string Colour, ImmutableArray<double?> Values)
{
    /// <summary>Whether its line has gaps in it, so that colour is not all that tells it from another.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Its greatest value; null when it has none.</summary>
    public double? Most => Values.Max();

    /// <summary>Its values together; 0 when it has none.</summary>
    public double Sum => Values.Sum() ?? 0;

    /// <summary>Its last known value; null when it has none.</summary>
    public double? Last => Values.LastOrDefault(value => value is not null);
}
