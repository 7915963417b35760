using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Plans;

/// <summary>One run of a plan.</summary>
internal sealed class PlanRun
{
    // How long a call that changes something may go on after Stop.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly int _from;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ImmutableArray<StepProgress> _steps;

    public PlanRun(ChangePlan plan, int from, TimeProvider time, ILogger logger)
    {
        Plan = plan;
        _from = from;
        _time = time;
        _logger = logger;
        _steps = [
            .. plan.Steps.Select(
                (step, index) =>
                    new StepProgress(
                        step, index < from ? StepState.Done : StepState.Pending, Note: null, Operation: null, Fault: null, TimeSpan.Zero))];
    }

    public ChangePlan Plan { get; }

    public PlanProgress Refuse(AwsFault fault) => new(Plan, _steps, IsFinished: true, fault);

    /// <summary>What became of a run that its reader left.</summary>
    public AwsFault Stop() => new(
        ConsoleFaultCodes.Stopped,
        $"Left after {_steps.Count(step => step.State == StepState.Done)} of {_steps.Length} steps.",
        "Whoever started it left or stopped it.",
        "What was done stays done; a request that the service accepted goes on there.");

    public async Task<AwsFault?> ExecuteAsync(Action<PlanProgress> show, CancellationToken cancellationToken)
    {
        using var call = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        await using var stopping = cancellationToken.UnsafeRegister(
            static call => ((CancellationTokenSource)call!).CancelAfter(s_patience), call);
        for (var index = _from; index < _steps.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (step, begun) = (index, _time.GetTimestamp());
            Change(step, begun, progress => progress with { State = StepState.Running }, show);
            var report = new StepReport(change => Change(step, begun, change, show));
            var fault = await _steps[step].Step.RunAsync(report, new StepTokens(cancellationToken, call.Token));
            var state = fault is null ? StepState.Done : StepState.Failed;
            Change(
                step, begun, progress => progress with { State = state, Fault = fault },
                progress => show(progress with { IsFinished = fault is not null || step == _steps.Length - 1, Fault = fault }));
            Log(_steps[index]);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private void Log(StepProgress step)
    {
        var took = (long)step.Elapsed.TotalMilliseconds;
        if (step.Fault is { } fault)
        {
            PlanLog.StepFailed(_logger, step.Step.Id, fault.Code, took, fault.RequestId, Plan.Id);
        }
        else
        {
            PlanLog.StepDone(_logger, step.Step.Id, took, Plan.Id);
        }
    }

    private void Change(int index, long begun, Func<StepProgress, StepProgress> change, Action<PlanProgress> show)
    {
        var changed = change(_steps[index]) with { Elapsed = _time.GetElapsedTime(begun) };
        _steps = _steps.SetItem(index, changed);
        show(new PlanProgress(Plan, _steps, IsFinished: false, Fault: null));
    }
}
