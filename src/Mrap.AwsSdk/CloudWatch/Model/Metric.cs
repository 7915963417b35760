namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public class Metric
{
    /// <summary>The dimensions, at most 30.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>The name of the metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The namespace, such as <c>AWS/S3</c>.</summary>
    public string? Namespace { get; set; }
}
