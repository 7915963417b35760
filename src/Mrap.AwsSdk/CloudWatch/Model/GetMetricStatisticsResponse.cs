using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to GetMetricStatistics.</summary>
public class GetMetricStatisticsResponse : AmazonWebServiceResponse
{
    /// <summary>The points, in no particular order.</summary>
    public List<Datapoint>? Datapoints { get; set; }

    /// <summary>The label of the metric.</summary>
    public string? Label { get; set; }
}
