using System.Collections.Immutable;
using Mrap.Core.Geography;

namespace Mrap.Core.Maps;

/// <summary>
/// A curve on the map from one place to another: lifted by a fifth of its length to the left of its direction, so that the two directions
/// do not overlap.
/// </summary>
/// <remarks>
/// Places more than 180 degrees of longitude apart are joined over the antimeridian: the curve leaves at one edge of the map and
/// enters at the other, in two segments. No segment ever crosses the map the long way.
/// </remarks>
/// <param name="Segments">One curve, or two when it wraps; none when both places are the same.</param>
public sealed record Arc(ImmutableArray<ArcSegment> Segments)
{
    private const double Lift = 0.2;
    private const int Halvings = 48;

    /// <summary>Whether it leaves the map at one edge and enters at the other.</summary>
    public bool Wraps => Segments.Length > 1;

    /// <summary>All segments as one string of SVG path data; empty when both places are the same.</summary>
    public string Path => string.Concat(Segments.Select(segment => segment.Path));

    /// <summary>Where a marker in the middle belongs: half way along the longer segment; null when there is none.</summary>
    public MapPoint? Middle => Segments.IsEmpty ? null : Segments.MaxBy(segment => Math.Abs(segment.End.X - segment.Start.X)).At(0.5);

    /// <summary>Joins two places.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns>The arc.</returns>
    public static Arc Between(GeoPoint from, GeoPoint to)
    {
        var start = MapProjection.Project(from);
        if (from == to)
        {
            return new Arc([]);
        }

        var turn = to.Longitude - from.Longitude;
        if (Math.Abs(turn) <= 180)
        {
            return new Arc([Curve(start, MapProjection.Project(to))]);
        }

        var direction = turn > 0 ? -1 : 1;
        var away = Curve(start, MapProjection.Project(to.Latitude, to.Longitude + (direction * 360)));
        var t = Crossing(away, direction);
        var (before, after) = away.SplitAt(t);
        var edge = (before.End.X - (MapProjection.Width / 2)) * 2;
        return new Arc([before, after.Shift(-edge) with { End = MapProjection.Project(to) }]);
    }

    private static ArcSegment Curve(MapPoint start, MapPoint end)
    {
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        return new ArcSegment(start, new MapPoint(((start.X + end.X) / 2) + (dy * Lift), ((start.Y + end.Y) / 2) - (dx * Lift)), end);
    }

    // Where the curve passes the rim of the map, which is not a vertical line.
    private static double Crossing(ArcSegment curve, int direction)
    {
        var (inside, outside) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var t = (inside + outside) / 2;
            if ((curve.At(t).X - Rim(curve.At(t).Y, direction)) * direction > 0)
            {
                outside = t;
            }
            else
            {
                inside = t;
            }
        }

        return inside;
    }

    private static double Rim(double y, int direction)
    {
        var (south, north) = (-90.0, 90.0);
        for (var i = 0; i < Halvings; i++)
        {
            var latitude = (south + north) / 2;
            if (MapProjection.Project(latitude, 0).Y > y)
            {
                south = latitude;
            }
            else
            {
                north = latitude;
            }
        }

        return MapProjection.Project(south, 180 * direction).X;
    }
}
