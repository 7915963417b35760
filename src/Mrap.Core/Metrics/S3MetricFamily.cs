namespace Mrap.Core.Metrics;

/// <summary>The kinds of metric that S3 publishes, which differ in what switches them on and in their dimensions.</summary>
public enum S3MetricFamily
{
    /// <summary>Requests to a bucket by the minute: a metrics configuration of the bucket switches them on, and they cost.</summary>
    Request,

    /// <summary>What a bucket holds, once a day, always and at no charge.</summary>
    Storage,

    /// <summary>A replication rule at work, by the minute: an option of the rule switches them on, and they cost.</summary>
    Replication,
}
