namespace Mrap.Core.Metrics;

/// <summary>The states of an alarm.</summary>
public enum AccessPointAlarmState
{
    /// <summary>There are too few points to tell.</summary>
    InsufficientData,

    /// <summary>The series is not above the threshold.</summary>
    Ok,

    /// <summary>The series is above the threshold.</summary>
    InAlarm,
}
