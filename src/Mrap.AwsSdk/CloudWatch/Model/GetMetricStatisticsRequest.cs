namespace Amazon.CloudWatch.Model;

/// <summary>Asks for statistics of one metric.</summary>
public class GetMetricStatisticsRequest : AmazonCloudWatchRequest
{
    /// <summary>The dimensions, at most 30.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>Where the points end, exclusive: required.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>Percentiles, such as <c>p99</c>, at most 10.</summary>
    public List<string>? ExtendedStatistics { get; set; }

    /// <summary>The name of the metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The namespace, such as <c>AWS/S3</c>.</summary>
    public string? Namespace { get; set; }

    /// <summary>The seconds that a point stands for: 60 or a multiple, or 1, 5, 10 or 30.</summary>
    public int? Period { get; set; }

    /// <summary>Where the points begin, inclusive: required.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>Names of statistics, such as <c>Sum</c>, at most 5.</summary>
    public List<string>? Statistics { get; set; }

    /// <summary>The unit; any when it is not set.</summary>
    public StandardUnit? Unit { get; set; }
}
