using System.Collections.Immutable;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Tests.Charts;

/// <summary>Plots of an hour that begins at nine.</summary>
internal static class PlotExample
{
    public static DateTimeOffset Nine { get; } = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Requests of two Regions in steps of twenty minutes; the second Region tells nothing in the middle.</summary>
    public static Plot Requests(PlotForm form = PlotForm.Stacked) => Of(
        form, PlotUnit.Count, Series("a", "Ireland", 30, 10, 0), Series("b", "N. Virginia", 10, null, 50));

    public static Plot Of(PlotForm form, PlotUnit unit, params ImmutableArray<PlotSeries> series) =>
        new(form, unit, Nine, TimeSpan.FromMinutes(20), series);

    public static PlotSeries Series(string key, string name, params ImmutableArray<double?> values) =>
        new(key, name, $"var(--{key})", values);
}
