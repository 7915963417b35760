using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to GetMetricData.</summary>
public class GetMetricDataResponse : AmazonWebServiceResponse
{
    /// <summary>What the service has to say of it.</summary>
    public List<MessageData>? Messages { get; set; }

    /// <summary>The points, a result for each query whose data are wanted.</summary>
    public List<MetricDataResult>? MetricDataResults { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? NextToken { get; set; }
}
