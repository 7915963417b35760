namespace Mrap.Core.Metrics;

/// <summary>What happened that explains how a series goes on.</summary>
public enum MetricAnnotationKind
{
    /// <summary>Routes of the access point were changed.</summary>
    RouteChange,

    /// <summary>A Region was made to fail, or to be well again.</summary>
    Fault,

    /// <summary>Replication rules or metrics settings were changed.</summary>
    SettingChange,
}
