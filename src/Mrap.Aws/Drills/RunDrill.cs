using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.Drills;
using Mrap.Core.Drills.Reports;

namespace Mrap.Aws.Drills;

/// <summary>Runs drills against the sandbox, one at a time, which takes an operator.</summary>
/// <param name="sandbox">The sandbox; without one no drill is run.</param>
/// <param name="actions">Does what the phases ask for.</param>
/// <param name="audit">Looks for the written keys at the end.</param>
/// <param name="turn">Keeps a second drill away.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
/// <param name="time">The clock.</param>
public sealed class RunDrill(
    SandboxControl sandbox, DrillActions actions, AuditKeys audit, DrillTurn turn, ChangeGate gate, TimeProvider time)
{
    /// <summary>
    /// Runs a drill to its end. Whatever happens, its traffic is stopped, and the conditions of all Regions and the routes of the access
    /// point become what they were.
    /// </summary>
    /// <param name="plan">What to do.</param>
    /// <param name="progress">Told how far it is, a few times each second, on the thread that runs it.</param>
    /// <param name="stop">Breaks it off: it puts everything back and reports what was seen.</param>
    /// <returns>What happened, or why it was not run.</returns>
    public Task<Outcome<DrillRun>> ExecuteAsync(DrillPlan plan, Action<DrillProgress> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return gate.PassAsync(
            new Change(ChangeAction.RunDrill, plan.Name, plan.AccessPoint.Value, Before: null, Summary(plan)),
            () => RunAsync(plan, progress, stop),
            run => run.WasStopped ? DrillFaults.Stopped : null);
    }

    private async Task<Outcome<DrillRun>> RunAsync(DrillPlan plan, Action<DrillProgress> progress, CancellationToken stop)
    {
        if (!sandbox.IsThere)
        {
            return DrillFaults.NoSandbox;
        }

        using var held = turn.TryTake();
        if (held is null)
        {
            return DrillFaults.Busy;
        }

        try
        {
            progress(DrillProgress.None);
            return (await actions.NoteAsync(plan.AccessPoint, stop)).TryGet(out var start, out var fault)
                ? await new DrillExecution(plan, start, new DrillTrafficFeed(sandbox, time), actions, audit, time) { Progress = progress }
                    .RunAsync(stop)
                : fault;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return DrillFaults.Stopped;
        }
    }

    private static string Summary(DrillPlan plan) => string.Join(
        '\n',
        plan.Phases.Select(phase =>
            $"{phase.Name} {DrillDuration.Format(phase.Duration)} {DrillActionText.Of(phase.Action)}".TrimEnd()));
}
