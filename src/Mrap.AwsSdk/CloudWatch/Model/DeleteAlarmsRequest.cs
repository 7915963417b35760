namespace Amazon.CloudWatch.Model;

/// <summary>Asks to delete alarms: none is deleted when one of them is not there.</summary>
public class DeleteAlarmsRequest : AmazonCloudWatchRequest
{
    /// <summary>Their names, at most 100.</summary>
    public List<string>? AlarmNames { get; set; }
}
