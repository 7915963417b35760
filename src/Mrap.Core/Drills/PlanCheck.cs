using Mrap.Core.AccessPoints;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>Turns a draft into a plan, or says everything that is wrong with it.</summary>
internal static class PlanCheck
{
    private const int MaxName = 80;
    private const int MaxDescription = 2_000;
    private const double Gibibyte = 1024 * 1024 * 1024;

    public static DrillPlanResult Check(DrillDraft draft, RouteTable? routes)
    {
        var faults = new DrillFaultList(routes);
        var name = faults.Line("drill", draft.Name, MaxName);
        if (draft.Description is { Length: > MaxDescription })
        {
            faults.Add("description", "must have at most 2000 characters");
        }

        var accessPoint = faults.Required("access-point", draft.AccessPoint, AccessPointName.Parse, _ => true, string.Empty);
        var traffic = TrafficCheck.Check(draft.Traffic, faults);
        var phases = PhasesCheck.Check(draft.Phases, faults);
        var objectives = ObjectivesCheck.Check(draft.Objectives, phases, draft.Phases, faults);
        var plan = faults.Count == 0
            ? new DrillPlan(name!, draft.Description?.Trim() ?? string.Empty, accessPoint!.Value, traffic!, phases, objectives)
            : null;
        if (plan is not null)
        {
            CheckAmount(plan, faults);
        }

        return faults.Count == 0 ? new DrillPlanResult(plan, []) : new DrillPlanResult(Plan: null, faults.All);
    }

    private static void CheckAmount(DrillPlan plan, DrillFaultList faults)
    {
        if (plan.Duration > DrillPlan.MaxDuration)
        {
            var (asked, most) = (DrillDuration.Format(plan.Duration), DrillDuration.Format(DrillPlan.MaxDuration));
            faults.Add("phases", $"take {asked} together: a drill takes {most} at most");
        }

        var requests = plan.Duration.TotalSeconds * plan.Traffic.RequestsPerSecond;
        if (requests > DrillPlan.MaxRequests)
        {
            faults.Add("traffic.requests-per-second", FormattableString.Invariant(
                $"makes {requests:#,0} requests over all phases: at most {DrillPlan.MaxRequests:#,0} can be reported"));
        }

        var written = requests * (1 - plan.Traffic.ReadShare) * plan.Traffic.ObjectBytes;
        if (written > DrillPlan.MaxWrittenBytes)
        {
            faults.Add("traffic.object-size", FormattableString.Invariant(
                $"makes {written / Gibibyte:#,0.#} GiB of writes over all phases: at most 10 GiB can be stored"));
        }
    }
}
