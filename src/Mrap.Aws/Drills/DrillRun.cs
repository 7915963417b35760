using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;

namespace Mrap.Aws.Drills;

/// <summary>A drill that has ended, by itself or before its time.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="StartedAt">When its traffic began.</param>
/// <param name="Timeline">What happened.</param>
/// <param name="Report">What it showed.</param>
/// <param name="Faults">What could not be done, in order, such as an action or a part of putting things back; empty when all was.</param>
/// <param name="WasStopped">Whether somebody stopped it.</param>
public sealed record DrillRun(
    DrillPlan Plan,
    DateTimeOffset StartedAt,
    DrillTimeline Timeline,
    DrillReport Report,
    ImmutableArray<AwsFault> Faults,
    bool WasStopped);
