using System.Collections.Immutable;
using Mrap.Core.Drills.Drafts;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Checks the phases of a draft.</summary>
internal static class PhasesCheck
{
    private const int MaxName = 40;

    public static ImmutableArray<DrillPhase> Check(ImmutableArray<DrillPhaseDraft> drafts, DrillFaultList faults)
    {
        if (drafts.Length is 0 or > DrillPlan.MaxPhases)
        {
            faults.Add("phases", $"must be 1 to {DrillPlan.MaxPhases} phases, not {drafts.Length}");
        }

        var phases = ImmutableArray.CreateBuilder<DrillPhase>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var disturbance = new Disturbance(faults.Routes);
        foreach (var (i, draft) in drafts.Take(DrillPlan.MaxPhases).Index())
        {
            var path = $"phases[{i}]";
            var name = faults.Line(path + ".name", draft.Name, MaxName);
            if (name is not null && !names.Add(name))
            {
                faults.Add(path + ".name", $"gives a second phase the name {DisplayText.Quote(name)}");
            }

            var duration = faults.Required(
                path + ".duration", draft.Duration, DrillDuration.Parse,
                length => length >= DrillPhase.MinDuration && length <= DrillPhase.MaxDuration, "from 1s to 1h");
            var action = PhaseActionCheck.Check(path, draft, faults);
            if (action is not null && disturbance.Apply(action) is { } refusal)
            {
                faults.Add(path + (draft.Failover is null ? ".routes" : ".fail-over"), refusal);
            }

            if (name is not null && duration is not null && action is not null)
            {
                phases.Add(new DrillPhase(name, duration.Value, action, disturbance.Stage));
            }
        }

        return phases.ToImmutable();
    }
}
