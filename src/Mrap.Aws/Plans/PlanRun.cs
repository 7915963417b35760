using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Plans;

/// <summary>One run of a plan.</summary>
internal sealed class PlanRun
{
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
        for (var index = _from; index < _steps.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var report = new Report(this, index, show);
            report.Become(StepState.Running, fault: null, isFinished: false);
            var fault = await _steps[index].Step.RunAsync(report, cancellationToken);
            report.Become(
                fault is null ? StepState.Done : StepState.Failed, fault, isFinished: fault is not null || index == _steps.Length - 1);
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

    private sealed class Report(PlanRun run, int index, Action<PlanProgress> show) : IStepReport
    {
        private readonly long _begun = run._time.GetTimestamp();

        public void Say(string note) => Change(step => step with { Note = note }, isFinished: false, fault: null);

        void IStepReport.Show(OperationSnapshot operation) =>
            Change(step => step with { Operation = operation }, isFinished: false, fault: null);

        public void Become(StepState state, AwsFault? fault, bool isFinished) =>
            Change(step => step with { State = state, Fault = fault }, isFinished, fault);

        private void Change(Func<StepProgress, StepProgress> change, bool isFinished, AwsFault? fault)
        {
            var changed = change(run._steps[index]) with { Elapsed = run._time.GetElapsedTime(_begun) };
            run._steps = run._steps.SetItem(index, changed);
            show(new PlanProgress(run.Plan, run._steps, isFinished, fault));
        }
    }
}
