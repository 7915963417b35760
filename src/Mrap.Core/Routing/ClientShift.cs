namespace Mrap.Core.Routing;

/// <summary>What a change does to one client.</summary>
/// <param name="Before">Who served it.</param>
/// <param name="After">Who serves it afterwards.</param>
public sealed record ClientShift(ServedClient Before, ServedClient After)
{
    /// <summary>Where the client is.</summary>
    public Vantage Client => Before.Client;

    /// <summary>Whether another Region serves it, or none.</summary>
    public bool IsMoved => Before.Region != After.Region;

    /// <summary>
    /// How much longer its round trip takes, in milliseconds; below 0 when it gets shorter, null when it is or was not served.
    /// </summary>
    public double? Slower => Before.Region is null || After.Region is null ? null : After.Milliseconds - Before.Milliseconds;
}
