using System.Collections.Immutable;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.Shared;

/// <summary>Finds the place somebody types: a city, a country, or a Region by name or code.</summary>
public static class VantageSearch
{
    private const int MaxShown = 12;

    /// <summary>How a place is written.</summary>
    public static string TextOf(Vantage vantage) => vantage.Kind switch
    {
        VantageKind.Region => $"{vantage.Name} ({vantage.Id})",
        VantageKind.City => $"{vantage.Name}, {vantage.Country}",
        VantageKind.Place => vantage.Id,
    };

    /// <summary>The place of coordinates that somebody typed, or else what <see cref="Find"/> finds.</summary>
    public static ImmutableArray<Vantage> FindAnywhere(string? text) =>
        VantageCatalog.Read(text) is { Kind: VantageKind.Place } place ? [place] : Find(text);

    /// <summary>The best places for a text: names that start with it first, then the rest that hold it, large cities first.</summary>
    public static ImmutableArray<Vantage> Find(string? text)
    {
        var wanted = (text ?? string.Empty).Trim();
        return
        [
            .. VantageCatalog.All
                .Where(
                    vantage =>
                        TextOf(vantage).Contains(wanted, StringComparison.CurrentCultureIgnoreCase)
                            || vantage.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(vantage => vantage.Name.StartsWith(wanted, StringComparison.CurrentCultureIgnoreCase))
                .ThenByDescending(vantage => vantage.PopulationMillions)
                .ThenBy(vantage => vantage.Name, StringComparer.CurrentCulture)
                .Take(MaxShown),
        ];
    }
}
