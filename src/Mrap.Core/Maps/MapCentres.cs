namespace Mrap.Core.Maps;

/// <summary>Where the middle of the map is.</summary>
public static class MapCentres
{
    // At 150 degrees west, the map would end amid Europe and Africa.
    private const double Pacific = 150;

    /// <summary>The meridian in the middle, in degrees east.</summary>
    /// <param name="centre">What stands in the middle.</param>
    public static double Meridian(this MapCentre centre) => centre == MapCentre.Pacific ? Pacific : 0;

    /// <summary>How far a place is from the middle.</summary>
    /// <param name="centre">What stands in the middle.</param>
    /// <param name="longitude">Degrees east of Greenwich, -180 to 180.</param>
    /// <returns>Degrees east of the middle, -180 to 180.</returns>
    internal static double Relative(this MapCentre centre, double longitude) => Normal(longitude - centre.Meridian());

    /// <summary>The longitude of what is so far from the middle.</summary>
    /// <param name="centre">What stands in the middle.</param>
    /// <param name="relative">Degrees east of the middle, -180 to 180.</param>
    /// <returns>Degrees east of Greenwich, -180 to 180.</returns>
    internal static double Absolute(this MapCentre centre, double relative) => Normal(relative + centre.Meridian());

    private static double Normal(double degrees) => degrees switch
    {
        > 180 => degrees - 360,
        < -180 => degrees + 360,
        _ => degrees,
    };
}
