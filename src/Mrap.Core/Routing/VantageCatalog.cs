using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.Geography;
using Mrap.Core.Reference;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The places clients can be put at: every commercial Region, and 180 cities of the world.</summary>
public static class VantageCatalog
{
    private static readonly FrozenDictionary<string, Vantage> s_byId;

    static VantageCatalog()
    {
        using var table = ReferenceTable.Open("cities.json");
        var regions = RegionCatalog.Commercial.Select(region =>
            new Vantage(region.Id.Value, region.ShortName, VantageKind.Region, region.Position, region.Country, region.Id, 0));
        var cities = table.RootElement.GetProperty("cities").EnumerateArray().Select(row =>
            new Vantage(
                row.Text("id"),
                row.Text("name"),
                VantageKind.City,
                new GeoPoint(row.Number("lat"), row.Number("lon")),
                row.Text("country"),
                Region: null,
                row.Number("populationMillions"))).OrderBy(city => city.Id, StringComparer.Ordinal);
        All = [.. regions.Concat(cities).Select((vantage, row) => vantage with { Row = row })];
        Regions = [.. All.Where(vantage => vantage.Kind == VantageKind.Region)];
        Cities = [.. All.Where(vantage => vantage.Kind == VantageKind.City)];
        s_byId = All.ToFrozenDictionary(vantage => vantage.Id, StringComparer.Ordinal);
    }

    /// <summary>Every vantage: Regions by code, then cities by id.</summary>
    public static ImmutableArray<Vantage> All { get; }

    /// <summary>The commercial Regions as vantages, by code.</summary>
    public static ImmutableArray<Vantage> Regions { get; }

    /// <summary>The cities, by id.</summary>
    public static ImmutableArray<Vantage> Cities { get; }

    /// <summary>Looks a vantage up.</summary>
    /// <param name="id">A Region code or a city's id, exactly; null finds nothing.</param>
    /// <returns>The vantage, or null when it is not known.</returns>
    public static Vantage? Find(string? id) => id is null ? null : s_byId.GetValueOrDefault(id);
}
