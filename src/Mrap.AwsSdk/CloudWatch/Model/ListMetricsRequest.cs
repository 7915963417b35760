namespace Amazon.CloudWatch.Model;

/// <summary>Asks which metrics there are.</summary>
public class ListMetricsRequest : AmazonCloudWatchRequest
{
    /// <summary>Only metrics that have these dimensions, at most 10.</summary>
    public List<DimensionFilter>? Dimensions { get; set; }

    /// <summary>The name of the metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The namespace, such as <c>AWS/S3</c>.</summary>
    public string? Namespace { get; set; }

    /// <summary>Where to go on, from the answer before.</summary>
    public string? NextToken { get; set; }

    /// <summary>Only metrics with points in the latest three hours.</summary>
    public RecentlyActive? RecentlyActive { get; set; }
}
