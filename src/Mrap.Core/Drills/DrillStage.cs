namespace Mrap.Core.Drills;

/// <summary>Where a phase stands in a drill: what its latency is compared by.</summary>
public enum DrillStage
{
    /// <summary>Nothing has been done yet.</summary>
    Before,

    /// <summary>A Region's condition or a route is not what it was at the start.</summary>
    During,

    /// <summary>Everything that was done has been undone.</summary>
    After,
}
