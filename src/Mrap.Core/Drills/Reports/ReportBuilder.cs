using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>Computes a report.</summary>
internal static class ReportBuilder
{
    public static DrillReport Build(DrillPlan plan, DrillTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(timeline);
        if (timeline.Phases.Length > plan.Phases.Length
            || timeline.Phases.Zip(plan.Phases).Any(pair => pair.First.Name != pair.Second.Name))
        {
            throw new ArgumentException("the phases of the timeline are not the first phases of the plan", nameof(timeline));
        }

        var known = new KnownKeys(timeline);
        var runs = plan.Phases.Zip(timeline.Phases, (phase, span) => (Phase: phase, Span: span, Samples: SentIn(span, timeline))).ToList();
        ImmutableArray<DrillPhaseReport> phases =
        [
            .. runs.Select(run => new DrillPhaseReport(
                run.Phase.Name,
                run.Phase.Stage,
                DrillActionText.Of(run.Phase.Action),
                run.Span.Start.TotalSeconds,
                run.Span.End.TotalSeconds,
                DrillFigures.Of(run.Samples, known))),
        ];
        ImmutableArray<DrillStageReport> stages =
        [
            .. runs.GroupBy(run => run.Phase.Stage).OrderBy(stage => stage.Key)
                .Select(stage => new DrillStageReport(stage.Key, DrillFigures.Of([.. stage.SelectMany(run => run.Samples)], known))),
        ];
        var acting = runs.Where(run => run.Phase.Action is not DrillAction.None).ToList();
        ImmutableArray<DrillShift> shifts = [.. acting.Select(run => DrillShift.Of(run.Phase, run.Span, timeline.Samples))];
        var overall = DrillFigures.Of(timeline.Samples, known);
        var writes = DrillWrites.Of(timeline);
        return new DrillReport(
            plan.Name,
            plan.AccessPoint.Value,
            !timeline.IsBrokenOff && runs.Count == plan.Phases.Length && acting.All(run => run.Span.ActionApplied is not null),
            DrillVerdicts.Of(plan.Objectives, overall, phases, stages, shifts, writes),
            overall,
            stages,
            phases,
            shifts,
            writes)
        {
            Intervals = DrillIntervals.Of(timeline),
        };
    }

    private static ImmutableArray<DrillSample> SentIn(DrillPhaseSpan span, DrillTimeline timeline) =>
        [.. timeline.Samples.Where(sample => sample.Offset >= span.Start && sample.Offset < span.End)];
}
