using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;

namespace Mrap.Aws.Tests.Plans;

public sealed class PlanRunnerTests
{
    private static readonly AwsFault s_fault = new("SlowDown", "what", "why", "do");

    private readonly InMemoryActivityLog _activity = new();
    private readonly List<string> _ran = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PlanRunner Runner => new(new ChangeGate(_activity, TimeProvider.System), new FakeTimeProvider());

    [Fact]
    public async Task Run_EveryStepSucceeds_LastProgressIsSuccess()
    {
        var progress = await Runner.RunAsync(
            Plan(Step("a"), Step("b")), ActingUser.Loopback, cancellationToken: Cancellation).ToListAsync(Cancellation);

        _ran.ShouldBe(["a", "b"]);
        progress[^1].IsSuccess.ShouldBeTrue();
        progress[..^1].ShouldAllBe(change => !change.IsFinished);
        progress[^1].Steps.ShouldAllBe(step => step.State == StepState.Done);
        _activity.Latest(1).Single().Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_StepFails_StopsThereAndResumesFromThere()
    {
        var broken = true;
        var plan = Plan(Step("a"), Step("b", () => broken ? s_fault : null), Step("c"));
        var failed = await Runner.RunAsync(plan, ActingUser.Loopback, cancellationToken: Cancellation).LastAsync(Cancellation);
        failed.Fault.ShouldBe(s_fault);
        failed.Steps.Select(step => step.State).ShouldBe([StepState.Done, StepState.Failed, StepState.Pending]);
        failed.ResumeFrom.ShouldBe(1);

        broken = false;
        var resumed = await Runner.RunAsync(plan, ActingUser.Loopback, failed.ResumeFrom!.Value, Cancellation).LastAsync(Cancellation);

        resumed.IsSuccess.ShouldBeTrue();
        _ran.ShouldBe(["a", "b", "b", "c"]);
    }

    [Fact]
    public async Task Run_RoleTooLow_RunsNothing()
    {
        var progress = await Runner.RunAsync(
            Plan(Step("a")), new ActingUser("eve", Role.Operator), cancellationToken: Cancellation).ToListAsync(Cancellation);

        progress.ShouldHaveSingleItem().Fault!.Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
        _ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Cancelled_StopsTheStepUnderWayAndLogsWhatWasDone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = new TaskCompletionSource();
        var stopped = false;
        var plan = Plan(Step("first"), new PlanStep("a", "a", string.Empty, async (_, cancellation) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }
            finally
            {
                stopped = true;
            }

            return null;
        }));

        var run = Runner.RunAsync(plan, ActingUser.Loopback, cancellationToken: stop.Token).ToListAsync(CancellationToken.None).AsTask();
        await begun.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        stopped.ShouldBeTrue();
        var entry = _activity.Latest(1).ShouldHaveSingleItem();
        (entry.Succeeded, entry.Detail).ShouldBe((false, "Stopped: Left after 1 of 2 steps."));
    }

    private static ChangePlan Plan(params PlanStep[] steps) => new("Try", "demo", Role.Administrator, [.. steps]);

    private PlanStep Step(string id, Func<AwsFault?>? outcome = null) => new(id, id, string.Empty, (_, _) =>
    {
        _ran.Add(id);
        return Task.FromResult(outcome?.Invoke());
    });
}
