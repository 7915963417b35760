namespace Mrap.Core.Metrics;

/// <summary>In which Region a metric is published.</summary>
public enum MetricPlace
{
    /// <summary>In the Region of the bucket; of a replication rule, in that of the source.</summary>
    Source,

    /// <summary>In the Region of the destination of a replication rule.</summary>
    Destination,
}
