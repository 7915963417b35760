namespace Amazon.CloudWatch.Model;

/// <summary>Asks for the points of up to 500 metrics and expressions.</summary>
public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    /// <summary>Where the points end, exclusive: required.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>How times in labels are written.</summary>
    public LabelOptions? LabelOptions { get; set; }

    /// <summary>The most points to answer with, 100,800 when it is not set.</summary>
    public int? MaxDatapoints { get; set; }

    /// <summary>What is asked for, 1 to 500.</summary>
    public List<MetricDataQuery>? MetricDataQueries { get; set; }

    /// <summary>Where to go on, from the answer before.</summary>
    public string? NextToken { get; set; }

    /// <summary>Which points come first; the newest when it is not set.</summary>
    public ScanBy? ScanBy { get; set; }

    /// <summary>Where the points begin, inclusive: required.</summary>
    public DateTime? StartTime { get; set; }
}
