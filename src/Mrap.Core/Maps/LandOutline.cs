using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.Geography;
using Mrap.Core.Reference;

namespace Mrap.Core.Maps;

/// <summary>The world as SVG path data in the view box of <see cref="MapProjection"/>, computed once for each middle.</summary>
public sealed class LandOutline
{
    private const int GraticuleStep = 30;

    private static readonly Lazy<LandOutline> s_greenwich = new(() => new LandOutline(MapCentre.Greenwich));
    private static readonly Lazy<LandOutline> s_pacific = new(() => new LandOutline(MapCentre.Pacific));

    private LandOutline(MapCentre centre)
    {
        using var table = ReferenceTable.Open("world-land.json");
        var cut = new MapCut(centre);
        var land = new PathText();
        foreach (var ring in table.RootElement.GetProperty("land").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()))
        {
            foreach (var part in cut.Ring(Read(ring)))
            {
                land.Add(part, isClosed: true);
            }
        }

        var borders = new PathText();
        foreach (var line in table.RootElement.GetProperty("borders").EnumerateArray())
        {
            foreach (var part in cut.Line(Read(line)))
            {
                borders.Add(part, isClosed: false);
            }
        }

        LandPath = land.ToString();
        BorderPath = borders.ToString();
    }

    /// <summary>Meridians and parallels every 30 degrees: open lines. Both middles are among them.</summary>
    public static string GraticulePath { get; } = Graticule();

    /// <summary>The shape of the whole map, to be filled as ocean: one closed shape.</summary>
    public static string SpherePath { get; } = Sphere();

    /// <summary>The land: closed shapes, to be filled with the even-odd rule.</summary>
    public string LandPath { get; }

    /// <summary>The borders between countries: open lines.</summary>
    public string BorderPath { get; }

    /// <summary>The world around a middle.</summary>
    /// <param name="centre">What stands in the middle.</param>
    public static LandOutline Around(MapCentre centre) => (centre == MapCentre.Pacific ? s_pacific : s_greenwich).Value;

    private static ImmutableArray<GeoPoint> Read(JsonElement places) => [.. places.EnumerateArray().Select(place =>
        new GeoPoint(Math.Max(place[1].GetDouble(), MapProjection.South), place[0].GetDouble()))];

    private static string Graticule()
    {
        var path = new PathText();
        for (var longitude = -180; longitude <= 180; longitude += GraticuleStep)
        {
            path.Add(Meridian(longitude), isClosed: false);
        }

        for (var latitude = -GraticuleStep; latitude <= 60; latitude += GraticuleStep)
        {
            path.Add([MapProjection.Project(latitude, -180), MapProjection.Project(latitude, 180)], isClosed: false);
        }

        return path.ToString();
    }

    private static string Sphere()
    {
        var path = new PathText();
        path.Add(Meridian(-180).Concat(Meridian(180).Reverse()), isClosed: true);
        return path.ToString();
    }

    private static IEnumerable<MapPoint> Meridian(double longitude)
    {
        for (var latitude = MapProjection.South; latitude <= MapProjection.North; latitude += 4)
        {
            yield return MapProjection.Project(latitude, longitude);
        }
    }
}
