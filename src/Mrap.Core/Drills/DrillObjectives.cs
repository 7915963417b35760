using System.Collections.Immutable;

namespace Mrap.Core.Drills;

/// <summary>What a drill must show to pass. What is null is not asked.</summary>
/// <param name="MaxRecovery">The longest time from any action until requests fail no more; above 0, at most 1 h.</param>
/// <param name="MaxErrorShare">The largest share of errors over all phases, 0 to 1.</param>
/// <param name="MaxPhaseErrorShares">The largest share of errors of single phases, each named once.</param>
/// <param name="MaxLostWrites">How many acknowledged writes may be lost, 0 or more; always asked.</param>
/// <param name="MaxP95During">The largest 95th percentile of latency over the phases during the disturbance; above 0, at most 60 s.</param>
public sealed record DrillObjectives(
    TimeSpan? MaxRecovery,
    double? MaxErrorShare,
    ImmutableArray<DrillPhaseLimit> MaxPhaseErrorShares,
    int MaxLostWrites,
    TimeSpan? MaxP95During);
