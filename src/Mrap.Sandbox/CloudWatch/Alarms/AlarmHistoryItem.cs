namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>Something that happened to an alarm.</summary>
/// <param name="Type"><c>ConfigurationUpdate</c> or <c>StateUpdate</c>.</param>
internal sealed record AlarmHistoryItem(DateTimeOffset At, string Type, string Summary);
