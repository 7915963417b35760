namespace Mrap.Core.Metrics;

/// <summary>Why a figure is not the whole truth.</summary>
public enum MetricCaveatKind
{
    /// <summary>More is counted than what is asked for.</summary>
    DirectTraffic,

    /// <summary>Points may come late or not at all.</summary>
    BestEffort,

    /// <summary>The figure is put together from others that do not allow it exactly.</summary>
    Approximation,

    /// <summary>Metrics of a bucket are not switched on.</summary>
    NotEnabled,

    /// <summary>Metrics of a bucket could not be read.</summary>
    Unreadable,
}
