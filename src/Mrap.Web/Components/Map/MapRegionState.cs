namespace Mrap.Web.Components.Map;

/// <summary>How a Region stands in the route table and in the world.</summary>
public enum MapRegionState
{
    /// <summary>Requests go there.</summary>
    Active,

    /// <summary>Kept ready; no requests go there.</summary>
    Passive,

    /// <summary>Does not answer.</summary>
    Down,

    /// <summary>Requests go there, and are answered late or fail in part.</summary>
    Degraded,
}
