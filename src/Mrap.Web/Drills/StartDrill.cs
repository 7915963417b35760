using Mrap.Aws.Authorization;
using Mrap.Aws.Drills;
using Mrap.Aws.Faults;
using Mrap.Core.Drills;
using Mrap.Web.Data.Drills;

namespace Mrap.Web.Drills;

/// <summary>Starts drills of which the report is kept.</summary>
public sealed class StartDrill(RunDrill run, CurrentDrill current, DrillStore store, ICurrentUser user, TimeProvider time)
{
    /// <summary>Starts one and goes on; <see cref="CurrentDrill"/> tells how far it is.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="yaml">The plan as it was typed.</param>
    /// <returns>The id of the drill and its report, or why it was not started.</returns>
    public Outcome<DrillId> Execute(DrillPlan plan, string yaml)
    {
        var (at, person) = (time.GetUtcNow(), user.Current.Name);
        var id = Guid.CreateVersion7(at);
        return current.TryBegin(id, plan, async (progress, stop) =>
        {
            var outcome = await run.ExecuteAsync(plan, progress, stop);
            if (!outcome.TryGet(out var ended, out var fault))
            {
                return fault;
            }

            var drill = new SavedDrill(id, plan.Name, plan.AccessPoint.Value, at, ended.Report.Passed, person);
            var notes = ended.Faults.Select(found => $"{found.WhatHappened} {found.Why} {found.WhatToDo}");
            var kept = await store.AddAsync(
                drill, ended.Report, yaml, ended.WasStopped ? notes.Prepend("Somebody stopped the drill.") : notes,
                CancellationToken.None);
            return kept.Fault;
        })
            ? new DrillId(id)
            : new AwsFault(
                ConsoleFaultCodes.Invalid, "The drill was not started.", "Another drill is running.",
                "Wait until it has ended, or stop it.");
    }
}
