using Mrap.Core.Geography;

namespace Mrap.Core.Maps;

/// <summary>
/// The flat world: the Equal Earth projection (Savric, Patterson, Jenny 2018) of a sphere, scaled to a view box 1,000 wide and cropped to
/// 84 degrees north to 56 degrees south. In the middle is Greenwich or another <see cref="MapCentre"/>.
/// </summary>
public static class MapProjection
{
    /// <summary>The width of the view box.</summary>
    public const double Width = 1000;

    /// <summary>The northern edge in degrees.</summary>
    public const double North = 84;

    /// <summary>The southern edge in degrees.</summary>
    public const double South = -56;

    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;
    private const int Steps = 12;

    // What a place on the very rim may lose to rounding.
    private const double Rounding = 1e-6;

    private static readonly double s_halfRoot3 = Math.Sqrt(3) / 2;
    private static readonly double s_scale = Width / (2 * Raw(0, 180).X);
    private static readonly double s_top = Raw(North, 0).Y;
    private static readonly double s_pole = Raw(90, 0).Y;

    /// <summary>The height of the view box.</summary>
    public static double Height { get; } = (Raw(North, 0).Y - Raw(South, 0).Y) * s_scale;

    /// <summary>Projects a place.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east of the middle of the map; beyond -180 to 180 the map simply goes on.</param>
    /// <returns>Where it is on the map.</returns>
    public static MapPoint Project(double latitude, double longitude)
    {
        var (x, y) = Raw(latitude, longitude);
        return new MapPoint((Width / 2) + (x * s_scale), (s_top - y) * s_scale);
    }

    /// <summary>Projects a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="centre">What stands in the middle of the map.</param>
    /// <returns>Where it is on the map.</returns>
    public static MapPoint Project(GeoPoint place, MapCentre centre = MapCentre.Greenwich) =>
        Project(place.Latitude, centre.Relative(place.Longitude));

    /// <summary>Finds the place that is projected to a point.</summary>
    /// <param name="point">A point, also one beyond the view box.</param>
    /// <param name="centre">What stands in the middle of the map.</param>
    /// <returns>The place, or null where the point is off the globe.</returns>
    public static GeoPoint? Unproject(MapPoint point, MapCentre centre = MapCentre.Greenwich)
    {
        var y = s_top - (point.Y / s_scale);
        if (!double.IsFinite(point.X) || !(Math.Abs(y) <= s_pole + Rounding))
        {
            return null;
        }

        var latitude = double.RadiansToDegrees(Math.Asin(Math.Clamp(Math.Sin(Theta(y)) / s_halfRoot3, -1, 1)));
        var longitude = (point.X - (Width / 2)) / s_scale / Raw(latitude, 1).X;
        return Math.Abs(longitude) <= 180 + Rounding
            ? new GeoPoint(latitude, centre.Absolute(Math.Clamp(longitude, -180, 180)))
            : null;
    }

    /// <summary>The projection on the unit sphere, before scaling: x to the right, y up.</summary>
    internal static (double X, double Y) Raw(double latitude, double longitude)
    {
        var theta = Math.Asin(s_halfRoot3 * Math.Sin(double.DegreesToRadians(latitude)));
        var t2 = theta * theta;
        var t6 = t2 * t2 * t2;
        var x =
            double.DegreesToRadians(longitude) * Math.Cos(theta) / (s_halfRoot3 * (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)))));
        var y = theta * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
        return (x, y);
    }

    // The inverse of the polynomial, by Newton's method; it grows everywhere on the globe.
    private static double Theta(double y)
    {
        var theta = y;
        for (var i = 0; i < Steps; i++)
        {
            var t2 = theta * theta;
            var t6 = t2 * t2 * t2;
            var value = theta * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
            theta -= (value - y) / (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2))));
        }

        return theta;
    }
}
