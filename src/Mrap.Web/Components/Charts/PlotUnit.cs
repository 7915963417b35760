namespace Mrap.Web.Components.Charts;

/// <summary>What the values of a plot are.</summary>
public enum PlotUnit
{
    /// <summary>How many: the values of a stretch of time add up.</summary>
    Count,

    /// <summary>Bytes that went by: the values of a stretch of time add up.</summary>
    Bytes,

    /// <summary>How many there are at that time, as of a backlog.</summary>
    Level,

    /// <summary>How many bytes there are at that time.</summary>
    LevelBytes,

    /// <summary>A duration in milliseconds.</summary>
    Milliseconds,

    /// <summary>A duration in seconds.</summary>
    Seconds,

    /// <summary>A share, 0 to 1.</summary>
    Share,
}
