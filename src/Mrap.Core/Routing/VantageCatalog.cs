using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Geography;
using Mrap.Core.Reference;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The places clients can be put at: every commercial Region, and 180 cities of the world.</summary>
public static class VantageCatalog
{
    private const double MaxLatitude = 90;
    private const double MaxLongitude = 180;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

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

    /// <summary>Reads a place as addresses have it: a vantage's id, or latitude and longitude in degrees with a comma between.</summary>
    /// <param name="text">Such as <c>ng-lagos</c> or <c>6.52,3.38</c>; null is no place.</param>
    /// <returns>The vantage, of the catalog or not; null when the text is neither.</returns>
    public static Vantage? Read(string? text)
    {
        if (Find(text) is { } known)
        {
            return known;
        }

        return text?.Split(',') is [var north, var east]
            && Degrees(north, MaxLatitude) is { } latitude
            && Degrees(east, MaxLongitude) is { } longitude
                ? Vantage.At(new GeoPoint(latitude, longitude))
                : null;
    }

    /// <summary>The city nearest to a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="withinKilometres">How far away it may be.</param>
    /// <returns>The city, or null when none is near enough.</returns>
    public static Vantage? NearestCity(GeoPoint place, double withinKilometres) =>
        Cities.Select(city => (City: city, Kilometres: Distance.Kilometres(place, city.Position)))
            .Where(pair => pair.Kilometres <= withinKilometres)
            .OrderBy(pair => pair.Kilometres)
            .Select(pair => pair.City)
            .FirstOrDefault();

    private static double? Degrees(string text, double max) =>
        double.TryParse(text.Trim(), Number, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= max ? value : null;
}
