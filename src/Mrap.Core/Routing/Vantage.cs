using System.Globalization;
using Mrap.Core.Geography;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>A place a client sends requests from.</summary>
/// <param name="Id">A Region code such as <c>ap-northeast-1</c>, a city's id such as <c>ng-lagos</c>, or coordinates such as
/// <c>6.52,3.38</c>.</param>
/// <param name="Name">The name to show, such as <c>Tokyo</c>.</param>
/// <param name="Kind">Inside AWS, in a city, or anywhere else.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Country">The country it is in; empty for a place given by its coordinates.</param>
/// <param name="Region">The Region it is inside of; null for any other place.</param>
/// <param name="PopulationMillions">A relative weight in millions of people; 0 where nobody counted them.</param>
public sealed record Vantage(
    string Id,
    string Name,
    VantageKind Kind,
    GeoPoint Position,
    string Country,
    RegionId? Region,
    double PopulationMillions)
{
    /// <summary>The row of this vantage in the tables computed ahead; -1 when it is not from the catalog.</summary>
    internal int Row { get; init; } = -1;

    /// <summary>A place that no list has, somewhere on the internet.</summary>
    /// <param name="place">Where it is; it is taken to a hundredth of a degree, about a kilometre.</param>
    /// <returns>The vantage: its id is <c>latitude,longitude</c>, which <see cref="VantageCatalog.Read"/> reads.</returns>
    public static Vantage At(GeoPoint place)
    {
        // adding 0 makes a negative zero a plain one
        var (latitude, longitude) = (Math.Round(place.Latitude, 2) + 0.0, Math.Round(place.Longitude, 2) + 0.0);
        return new Vantage(
            string.Create(CultureInfo.InvariantCulture, $"{latitude:0.##},{longitude:0.##}"),
            $"{Degrees(latitude, 'N', 'S')}, {Degrees(longitude, 'E', 'W')}",
            VantageKind.Place,
            new GeoPoint(latitude, longitude),
            Country: string.Empty,
            Region: null,
            PopulationMillions: 0);
    }

    private static string Degrees(double value, char positive, char negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value):0.##}° {(value < 0 ? negative : positive)}");
}
