using Mrap.Core.Regions;

namespace Mrap.Core.Metrics;

/// <summary>An alarm of an access point.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it warns of; empty when nobody said.</param>
/// <param name="Metric">The name of the metric that it watches.</param>
/// <param name="Threshold">What the metric must not be above; null when the alarm is on something else than one metric.</param>
/// <param name="Reason">Why it is in its state, in the words of the service.</param>
/// <param name="Since">Since when it is; null when the service does not say.</param>
public sealed record AccessPointAlarm(
    string Name, RegionId Region, string Description, string Metric, double? Threshold, AccessPointAlarmState State, string Reason,
    DateTimeOffset? Since);
