using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to ListMetrics.</summary>
public class ListMetricsResponse : AmazonWebServiceResponse
{
    /// <summary>The metrics, at most 500.</summary>
    public List<Metric>? Metrics { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? NextToken { get; set; }
}
