namespace Mrap.Core.Geography;

/// <summary>Distances along the surface of the globe, taken as a sphere.</summary>
public static class Distance
{
    /// <summary>The mean radius of the Earth in kilometres.</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>The length of the great circle between two places, by the haversine formula.</summary>
    /// <param name="from">One place.</param>
    /// <param name="to">The other place.</param>
    /// <returns>Kilometres, 0 to about 20,015; the same in both directions.</returns>
    public static double Kilometres(GeoPoint from, GeoPoint to)
    {
        var lat1 = double.DegreesToRadians(from.Latitude);
        var lat2 = double.DegreesToRadians(to.Latitude);
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }
}
