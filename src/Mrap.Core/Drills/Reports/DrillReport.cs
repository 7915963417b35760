using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>What a drill showed. Compared by content.</summary>
/// <param name="Drill">The name of the drill.</param>
/// <param name="AccessPoint">The name of the access point.</param>
/// <param name="IsComplete">Whether every phase was run and every action applied.</param>
/// <param name="Verdicts">One for each objective, at least that about lost writes.</param>
/// <param name="Overall">The figures of all requests.</param>
/// <param name="Stages">Before, during and after, in this order; a stage without a phase that was run is left out.</param>
/// <param name="Phases">The phases that were run, in order.</param>
/// <param name="Shifts">How the traffic took each action, in order.</param>
/// <param name="Writes">What became of the writes.</param>
public sealed record DrillReport(
    string Drill,
    string AccessPoint,
    bool IsComplete,
    ImmutableArray<DrillVerdict> Verdicts,
    DrillFigures Overall,
    ImmutableArray<DrillStageReport> Stages,
    ImmutableArray<DrillPhaseReport> Phases,
    ImmutableArray<DrillShift> Shifts,
    DrillWrites Writes)
{
    /// <summary>The drill cut into equal stretches, in order, at most 120 of them unless it takes longer than 30 h.</summary>
    /// <value>Empty in reports that were written without.</value>
    public ImmutableArray<DrillInterval> Intervals { get; init; } = [];

    /// <summary>Whether the drill is complete and every objective holds.</summary>
    public bool Passed => IsComplete && Verdicts.All(verdict => verdict.Passed);

    /// <summary>Makes the report of a drill.</summary>
    /// <param name="plan">What was to be done.</param>
    /// <param name="timeline">What happened.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The phases of the timeline are not the first phases of the plan.</exception>
    public static DrillReport Of(DrillPlan plan, DrillTimeline timeline) => ReportBuilder.Build(plan, timeline);

    /// <summary>What differs from an earlier report of the same drill.</summary>
    /// <param name="previous">The earlier report.</param>
    /// <returns>One row for each figure that either report has.</returns>
    /// <exception cref="ArgumentException">It is the report of another drill.</exception>
    public ImmutableArray<DrillDifference> Compare(DrillReport previous) => ReportComparison.Compare(previous, this);

    /// <summary>Whether everything in the reports is the same.</summary>
    public bool Equals(DrillReport? other) =>
        other is not null
        && (Drill, AccessPoint, IsComplete) == (other.Drill, other.AccessPoint, other.IsComplete)
        && Overall == other.Overall
        && Writes == other.Writes
        && Verdicts.AsSpan().SequenceEqual(other.Verdicts.AsSpan())
        && Stages.AsSpan().SequenceEqual(other.Stages.AsSpan())
        && Phases.AsSpan().SequenceEqual(other.Phases.AsSpan())
        && Shifts.AsSpan().SequenceEqual(other.Shifts.AsSpan())
        && Intervals.AsSpan().SequenceEqual(other.Intervals.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Drill, AccessPoint, IsComplete, Overall, Writes);
}
