using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>Judges the objectives of a plan by the figures of a report.</summary>
internal static class DrillVerdicts
{
    public static ImmutableArray<DrillVerdict> Of(
        DrillObjectives objectives,
        DrillFigures overall,
        ImmutableArray<DrillPhaseReport> phases,
        ImmutableArray<DrillStageReport> stages,
        ImmutableArray<DrillShift> shifts,
        DrillWrites writes)
    {
        var verdicts = ImmutableArray.CreateBuilder<DrillVerdict>();
        if (objectives.MaxRecovery is { } recovery)
        {
            verdicts.Add(new DrillVerdict(DrillObjectiveKind.Recovery, Phase: null, recovery.TotalSeconds, Slowest(shifts)));
        }

        if (objectives.MaxErrorShare is { } errors)
        {
            verdicts.Add(new DrillVerdict(DrillObjectiveKind.Errors, Phase: null, errors, Measured(overall)));
        }

        foreach (var limit in objectives.MaxPhaseErrorShares)
        {
            var phase = phases.FirstOrDefault(phase => phase.Name == limit.Phase);
            verdicts.Add(new DrillVerdict(DrillObjectiveKind.PhaseErrors, limit.Phase, limit.MaxErrorShare, Measured(phase?.Figures)));
        }

        verdicts.Add(new DrillVerdict(DrillObjectiveKind.LostWrites, Phase: null, objectives.MaxLostWrites, writes.Lost));
        if (objectives.MaxP95During is { } latency)
        {
            var during = stages.FirstOrDefault(stage => stage.Stage == DrillStage.During);
            verdicts.Add(new DrillVerdict(
                DrillObjectiveKind.P95During, Phase: null, latency.TotalMilliseconds, during?.Figures.Latency?.P95Ms));
        }

        return verdicts.ToImmutable();
    }

    // one action without a recovery leaves the drill without one
    private static double? Slowest(ImmutableArray<DrillShift> shifts) =>
        shifts.IsEmpty || shifts.Any(shift => shift.SecondsToRecover is null) ? null : shifts.Max(shift => shift.SecondsToRecover);

    private static double? Measured(DrillFigures? figures) => figures is { Requests: > 0 } ? figures.ErrorShare : null;
}
