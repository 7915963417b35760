namespace Mrap.Core.Geography;

/// <summary>A place on the globe.</summary>
/// <param name="Latitude">Degrees north of the equator, -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
