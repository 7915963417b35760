using System.Collections.Immutable;
using Mrap.Core.Geography;

namespace Mrap.Core.Maps;

/// <summary>
/// Cuts shapes, which never cross the antimeridian, at the meridian where a map ends, and projects their parts: one lies at the right edge
/// of the map, the other at the left.
/// </summary>
/// <param name="centre">What stands in the middle of the map.</param>
internal sealed class MapCut(MapCentre centre)
{
    // The edge of the map is curved: what runs along it has a point every so many degrees.
    private const double Step = 2;

    private readonly double _meridian = centre.Meridian() - 180;

    /// <summary>The parts of a closed shape, each of which ends where it begins.</summary>
    public IEnumerable<IEnumerable<MapPoint>> Ring(ImmutableArray<GeoPoint> ring)
    {
        foreach (var isEast in new[] { true, false })
        {
            var part = new List<GeoPoint>();
            for (var i = 0; i < ring.Length; i++)
            {
                if (IsEast(ring[i]) == isEast)
                {
                    part.Add(ring[i]);
                }

                var next = ring[(i + 1) % ring.Length];
                if (IsEast(ring[i]) != IsEast(next))
                {
                    part.Add(Crossing(ring[i], next));
                }
            }

            if (part.Count > 0)
            {
                yield return AlongTheEdge([.. part, part[0]]).Select(place => Project(place, isEast));
            }
        }
    }

    /// <summary>The parts of an open line.</summary>
    public IEnumerable<IEnumerable<MapPoint>> Line(ImmutableArray<GeoPoint> line)
    {
        var part = new List<MapPoint>();
        for (var i = 0; i < line.Length; i++)
        {
            var isEast = IsEast(line[i]);
            part.Add(Project(line[i], isEast));
            if (i + 1 < line.Length && IsEast(line[i + 1]) != isEast)
            {
                var crossing = Crossing(line[i], line[i + 1]);
                yield return [.. part, Project(crossing, isEast)];
                part = [Project(crossing, !isEast)];
            }
        }

        yield return part;
    }

    private static IEnumerable<GeoPoint> Between(GeoPoint start, GeoPoint end)
    {
        var direction = Math.Sign(end.Latitude - start.Latitude);
        var first = direction > 0 ? Math.Floor(start.Latitude / Step) + 1 : Math.Ceiling(start.Latitude / Step) - 1;
        for (var latitude = first * Step; (end.Latitude - latitude) * direction > 0; latitude += direction * Step)
        {
            yield return start with { Latitude = latitude };
        }
    }

    private IEnumerable<GeoPoint> AlongTheEdge(List<GeoPoint> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            yield return places[i];
            if (i + 1 < places.Count && IsOnTheEdge(places[i]) && IsOnTheEdge(places[i + 1]))
            {
                foreach (var between in Between(places[i], places[i + 1]))
                {
                    yield return between;
                }
            }
        }
    }

    private bool IsEast(GeoPoint place) => place.Longitude >= _meridian;

    // Exact: a crossing is made there.
    private bool IsOnTheEdge(GeoPoint place) => place.Longitude.Equals(_meridian);

    private GeoPoint Crossing(GeoPoint a, GeoPoint b) => new(
        a.Latitude + ((b.Latitude - a.Latitude) * (_meridian - a.Longitude) / (b.Longitude - a.Longitude)), _meridian);

    private MapPoint Project(GeoPoint place, bool isEast) =>
        MapProjection.Project(place.Latitude, place.Longitude - _meridian - (isEast ? 180 : -180));
}
