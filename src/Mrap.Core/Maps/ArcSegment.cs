using System.Globalization;

namespace Mrap.Core.Maps;

/// <summary>One quadratic curve of an arc.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Control">The control point.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct ArcSegment(MapPoint Start, MapPoint Control, MapPoint End)
{
    /// <summary>The curve as SVG path data.</summary>
    public string Path => string.Create(
        CultureInfo.InvariantCulture,
        $"M{Start.X:0.#} {Start.Y:0.#}Q{Control.X:0.#} {Control.Y:0.#} {End.X:0.#} {End.Y:0.#}");

    /// <summary>The point at a part of the way.</summary>
    /// <param name="t">0 at the start to 1 at the end.</param>
    /// <returns>The point.</returns>
    public MapPoint At(double t)
    {
        var u = 1 - t;
        return new MapPoint(
            (u * u * Start.X) + (2 * u * t * Control.X) + (t * t * End.X),
            (u * u * Start.Y) + (2 * u * t * Control.Y) + (t * t * End.Y));
    }

    /// <summary>The part of the curve before <paramref name="t"/> and the part after it.</summary>
    internal (ArcSegment Before, ArcSegment After) SplitAt(double t)
    {
        var left = Mix(Start, Control, t);
        var right = Mix(Control, End, t);
        var middle = Mix(left, right, t);
        return (new ArcSegment(Start, left, middle), new ArcSegment(middle, right, End));
    }

    /// <summary>The same curve moved to the right.</summary>
    internal ArcSegment Shift(double x) => new(Move(Start, x), Move(Control, x), Move(End, x));

    private static MapPoint Mix(MapPoint a, MapPoint b, double t) => new(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t));

    private static MapPoint Move(MapPoint point, double x) => point with { X = point.X + x };
}
