namespace Amazon.CloudWatch.Model;

/// <summary>Asks for alarms.</summary>
public class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    /// <summary>Only alarms whose name begins with it.</summary>
    public string? AlarmNamePrefix { get; set; }

    /// <summary>Only alarms of these names, at most 100.</summary>
    public List<string>? AlarmNames { get; set; }

    /// <summary>The most alarms to answer with, 1 to 100.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>Where to go on, from the answer before.</summary>
    public string? NextToken { get; set; }

    /// <summary>Only alarms in this state.</summary>
    public StateValue? StateValue { get; set; }
}
