using System.Collections.Immutable;
using Mrap.Core.Drills.Drafts;
using Mrap.Policy.Actions;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Checks the objectives of a draft: each must be one that its phases can show.</summary>
internal static class ObjectivesCheck
{
    /// <param name="phases">The phases without a fault.</param>
    /// <param name="drafts">All phases as they were typed: the name of a faulty phase is still a name.</param>
    public static DrillObjectives Check(
        DrillObjectivesDraft draft, ImmutableArray<DrillPhase> phases, ImmutableArray<DrillPhaseDraft> drafts, DrillFaultList faults)
    {
        // of faulty and missing phases nobody can tell what they would have shown
        var isWhole = !drafts.IsEmpty && phases.Length == drafts.Length;
        var recovery = faults.Optional(
            "objectives.recover-within", draft.RecoverWithin, DrillDuration.Parse,
            limit => limit > TimeSpan.Zero && limit <= DrillPhase.MaxDuration, "above 0, at most 1h");
        if (recovery is not null && isWhole && phases.All(phase => phase.Action is DrillAction.None))
        {
            faults.Add("objectives.recover-within", "asks for a recovery, but no phase does anything to recover from");
        }

        var errors = faults.Share("objectives.errors", draft.Errors);
        var limits = Limits(draft.ErrorsByPhase, drafts, faults);
        var lost = faults.Optional(
            "objectives.lost-writes", draft.LostWrites, DrillNumber.ParseWhole, count => count is >= 0 and <= int.MaxValue, "0 or more");
        var latency = faults.Optional(
            "objectives.p95-during", draft.P95During, DrillDuration.Parse,
            limit => limit > TimeSpan.Zero && limit <= DrillRegionChange.MaxDelay, "above 0, at most 60s");
        if (latency is not null && isWhole && phases.All(phase => phase.Stage != DrillStage.During))
        {
            faults.Add("objectives.p95-during", "asks for the latency during a disturbance, but no phase disturbs anything");
        }

        return new DrillObjectives(recovery, errors, limits, (int?)lost ?? 0, latency);
    }

    private static ImmutableArray<DrillPhaseLimit> Limits(
        ImmutableArray<DrillEntry> entries, ImmutableArray<DrillPhaseDraft> drafts, DrillFaultList faults)
    {
        var names = drafts.Select(phase => phase.Name).OfType<string>().ToImmutableArray();
        var limits = ImmutableArray.CreateBuilder<DrillPhaseLimit>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, entry) in entries.Index())
        {
            var path = $"objectives.errors-by-phase[{i}]";
            var phase = names.FirstOrDefault(name => string.Equals(name, entry.Name, StringComparison.OrdinalIgnoreCase));
            if (phase is null)
            {
                var meant = EditDistance.Nearest(entry.Name, names);
                var hint = meant is null ? string.Empty : $"; did you mean {DisplayText.Quote(meant)}?";
                faults.Add(path, $"must be the name of a phase, not {DisplayText.Quote(entry.Name)}{hint}");
            }
            else if (!named.Add(phase))
            {
                faults.Add(path, $"names {DisplayText.Quote(phase)} twice");
            }

            if (entry.Value is null)
            {
                faults.Add(path, "has no share of errors");
            }

            if (faults.Share(path, entry.Value) is { } share && phase is not null)
            {
                limits.Add(new DrillPhaseLimit(phase, share));
            }
        }

        return limits.ToImmutable();
    }
}
