using System.Collections.Immutable;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>The alarms of an access point, as far as they could be read.</summary>
/// <param name="Alarms">The alarms, by name.</param>
/// <param name="Faults">The Regions that did not answer.</param>
public sealed record AlarmReading(ImmutableArray<AccessPointAlarm> Alarms, ImmutableArray<RegionFault> Faults);
