namespace Mrap.Core.Routing;

/// <summary>Where a client is: inside AWS or on the internet.</summary>
public enum VantageKind
{
    /// <summary>Inside an AWS Region: latency is taken from the measured table.</summary>
    Region,

    /// <summary>In a city, on the internet: latency is an estimate.</summary>
    City,

    /// <summary>Anywhere else on the internet, given by its coordinates.</summary>
    Place,
}
