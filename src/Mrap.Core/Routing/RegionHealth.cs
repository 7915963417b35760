namespace Mrap.Core.Routing;

/// <summary>The health of a Region as routing sees it.</summary>
public enum RegionHealth
{
    /// <summary>Working.</summary>
    Up,

    /// <summary>Slow or failing in part; still routed to.</summary>
    Degraded,

    /// <summary>Not reachable; never routed to.</summary>
    Down,
}
