using System.Text.Json;
using Mrap.Core.Reference;

namespace Mrap.Core.Maps;

/// <summary>The world as SVG path data in the view box of <see cref="MapProjection"/>, computed once.</summary>
public static class LandOutline
{
    private const int GraticuleStep = 30;

    static LandOutline()
    {
        using var table = ReferenceTable.Open("world-land.json");
        var land = new PathText();
        foreach (var ring in table.RootElement.GetProperty("land").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()))
        {
            land.Add(ring.EnumerateArray().Select(Project), isClosed: true);
        }

        var borders = new PathText();
        foreach (var line in table.RootElement.GetProperty("borders").EnumerateArray())
        {
            borders.Add(line.EnumerateArray().Select(Project), isClosed: false);
        }

        LandPath = land.ToString();
        BorderPath = borders.ToString();
        GraticulePath = Graticule();
        SpherePath = Sphere();
    }

    /// <summary>The land: closed shapes, to be filled with the even-odd rule.</summary>
    public static string LandPath { get; }

    /// <summary>The borders between countries: open lines.</summary>
    public static string BorderPath { get; }

    /// <summary>Meridians and parallels every 30 degrees: open lines.</summary>
    public static string GraticulePath { get; }

    /// <summary>The shape of the whole map, to be filled as ocean: one closed shape.</summary>
    public static string SpherePath { get; }

    private static MapPoint Project(JsonElement place) =>
        MapProjection.Project(Math.Max(place[1].GetDouble(), MapProjection.South), place[0].GetDouble());

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
