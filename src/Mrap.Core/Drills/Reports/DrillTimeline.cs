using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>What happened in a drill.</summary>
public sealed record DrillTimeline
{
    /// <summary>
    /// The phases that were begun, in the order of the plan; fewer than the plan has when the drill was broken off. They may not overlap.
    /// </summary>
    public required ImmutableArray<DrillPhaseSpan> Phases { get; init; }

    /// <summary>The requests, in any order.</summary>
    public required ImmutableArray<DrillSample> Samples { get; init; }

    /// <summary>Keys that every Region held before the drill began: a read that does not find one is a fault of the drill's time.</summary>
    /// <value>Empty by default.</value>
    public ImmutableArray<string> SeededKeys { get; init; } = [];

    /// <summary>
    /// Every key written in the drill and where it exists; null when nobody looked. An acknowledged key that is not listed counts as lost.
    /// </summary>
    public ImmutableArray<DrillAuditedKey>? Audit { get; init; }

    /// <summary>Whether the drill was stopped, or its traffic ended, before the end of its last phase.</summary>
    public bool IsBrokenOff { get; init; }
}
