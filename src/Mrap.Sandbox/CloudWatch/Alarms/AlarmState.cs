namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>The states of an alarm, as CloudWatch names them.</summary>
internal static class AlarmState
{
    /// <summary>The metric is within the threshold.</summary>
    public const string Ok = "OK";

    /// <summary>The metric is outside of the threshold.</summary>
    public const string Alarm = "ALARM";

    /// <summary>There is not enough to tell.</summary>
    public const string InsufficientData = "INSUFFICIENT_DATA";
}
