namespace Mrap.Core.Metrics;

/// <summary>What the values of a series are.</summary>
public enum MetricUnit
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>A part of a whole, 0 to 1.</summary>
    Ratio,
}
