using System.Collections.Immutable;
using Mrap.Core.Geography;

namespace Mrap.Core.Maps;

/// <summary>
/// A curve on the map from one place to another: lifted by a fifth of its length to the left of its direction, so that the two directions
/// do not overlap.
/// </summary>
/// <remarks>
/// Places more than 180 degrees of longitude apart on the map are joined over its rim: the curve leaves at one edge and enters at the
/// other, in two segments. No segment ever crosses the map the long way.
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
    public MapPoint? Middle => Segments.IsEmpty ? null : Longest.At(0.5);

    /// <summary>Where the arc leads at its middle, in degrees clockwise from the right; 0 when both places are the same.</summary>
    public double Heading => Segments.IsEmpty
        ? 0
        : double.RadiansToDegrees(Math.Atan2(Longest.End.Y - Longest.Start.Y, Longest.End.X - Longest.Start.X));

    private ArcSegment Longest => Segments.MaxBy(segment => Math.Abs(segment.End.X - segment.Start.X));

    /// <summary>Joins two places.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="centre">What stands in the middle of the map.</param>
    /// <returns>The arc.</returns>
    public static Arc Between(GeoPoint from, GeoPoint to, MapCentre centre = MapCentre.Greenwich)
    {
        var start = MapProjection.Project(from, centre);
        if (from == to)
        {
            return new Arc([]);
        }

        var end = MapProjection.Project(to, centre);
        var longitude = centre.Relative(to.Longitude);
        var turn = longitude - centre.Relative(from.Longitude);
        if (Math.Abs(turn) <= 180)
        {
            return new Arc([Curve(start, end)]);
        }

        var direction = turn > 0 ? -1 : 1;
        var away = Curve(start, MapProjection.Project(to.Latitude, longitude + (direction * 360)));
        var t = Crossing(away, direction);
        var (before, after) = away.SplitAt(t);
        var edge = (before.End.X - (MapProjection.Width / 2)) * 2;
        return new Arc([before, after.Shift(-edge) with { End = end }]);
    }

    /// <summary>The arc between the same places on a map with another middle.</summary>
    /// <param name="from">What stands in the middle of the map that this one was made for.</param>
    /// <param name="to">What is to stand there.</param>
    /// <returns>The arc.</returns>
    public Arc Recentre(MapCentre from, MapCentre to) =>
        from != to
            && !Segments.IsEmpty
            && MapProjection.Unproject(Segments[0].Start, from) is { } start
            && MapProjection.Unproject(Segments[^1].End, from) is { } end
                ? Between(start, end, to)
                : this;

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
        var latitude = MapProjection.Unproject(new MapPoint(MapProjection.Width / 2, y))?.Latitude ?? (y < 0 ? 90 : -90);
        return MapProjection.Project(latitude, 180 * direction).X;
    }
}
