using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The answer to DescribeAlarms.</summary>
public class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    /// <summary>The alarms.</summary>
    public List<MetricAlarm>? MetricAlarms { get; set; }

    /// <summary>Where to go on, if there is more.</summary>
    public string? NextToken { get; set; }
}
