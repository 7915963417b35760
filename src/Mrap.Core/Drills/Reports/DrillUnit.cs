namespace Mrap.Core.Drills.Reports;

/// <summary>The unit of a figure.</summary>
public enum DrillUnit
{
    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}
