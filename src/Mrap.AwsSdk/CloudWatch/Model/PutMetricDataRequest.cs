namespace Amazon.CloudWatch.Model;

/// <summary>Publishes points.</summary>
public class PutMetricDataRequest : AmazonCloudWatchRequest
{
    /// <summary>The points, at most 1000.</summary>
    public List<MetricDatum>? MetricData { get; set; }

    /// <summary>The namespace, such as <c>AWS/S3</c>.</summary>
    public string? Namespace { get; set; }
}
