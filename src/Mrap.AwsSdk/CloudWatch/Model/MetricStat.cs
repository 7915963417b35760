namespace Amazon.CloudWatch.Model;

/// <summary>A metric and what is asked of it.</summary>
public class MetricStat
{
    /// <summary>The metric.</summary>
    public Metric? Metric { get; set; }

    /// <summary>The seconds that a point stands for: 60 or a multiple, or 1, 5, 10 or 30.</summary>
    public int? Period { get; set; }

    /// <summary>The statistic, such as <c>Sum</c>, <c>Average</c>, <c>SampleCount</c> or the percentile <c>p99</c>.</summary>
    public string? Stat { get; set; }

    /// <summary>The unit; any when it is not set.</summary>
    public StandardUnit? Unit { get; set; }
}
