namespace Mrap.Core.Maps;

/// <summary>What stands in the middle of the map.</summary>
public enum MapCentre
{
    /// <summary>The meridian of Greenwich; the map ends in the Pacific.</summary>
    Greenwich,

    /// <summary>150 degrees east; the map ends in the Atlantic, where it cuts nothing but Greenland.</summary>
    Pacific,
}
