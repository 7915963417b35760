using Mrap.Core.Geography;

namespace Mrap.Core.Maps;

/// <summary>
/// The flat world: the Equal Earth projection (Savric, Patterson, Jenny 2018) of a sphere, Greenwich in the middle, scaled to a view box
/// 1,000 wide and cropped to 84 degrees north to 56 degrees south.
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

    private static readonly double s_halfRoot3 = Math.Sqrt(3) / 2;
    private static readonly double s_scale = Width / (2 * Raw(0, 180).X);
    private static readonly double s_top = Raw(North, 0).Y;

    /// <summary>The height of the view box.</summary>
    public static double Height { get; } = (Raw(North, 0).Y - Raw(South, 0).Y) * s_scale;

    /// <summary>Projects a place.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east; beyond -180 to 180 the map simply goes on.</param>
    /// <returns>Where it is on the map.</returns>
    public static MapPoint Project(double latitude, double longitude)
    {
        var (x, y) = Raw(latitude, longitude);
        return new MapPoint((Width / 2) + (x * s_scale), (s_top - y) * s_scale);
    }

    /// <summary>Projects a place.</summary>
    /// <returns>Where it is on the map.</returns>
    public static MapPoint Project(GeoPoint place) => Project(place.Latitude, place.Longitude);

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
}
