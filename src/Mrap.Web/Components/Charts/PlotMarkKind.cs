namespace Mrap.Web.Components.Charts;

/// <summary>What a mark on the axis of time is about.</summary>
public enum PlotMarkKind
{
    /// <summary>Somebody changed something.</summary>
    Change,

    /// <summary>Something was broken.</summary>
    Fault,

    /// <summary>A stretch of time with a name.</summary>
    Phase,
}
