using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Plans;

public sealed class PlanRunnerTests
{
    private static readonly AwsFault s_fault = new("SlowDown", "what", "why", "do");

    private readonly InMemoryActivityLog _activity = new();
    private readonly List<string> _ran = [];
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ActingAs _acting = new(ActingAs.Administrator);

    private PlanRunner Runner => new(Gates.Of(_acting, _activity), _time, NullLogger<PlanRunner>.Instance);

    [Fact]
    public async Task Run_EveryStepSucceeds_LastProgressIsSuccess()
    {
        var progress = await Runner.RunAsync(
            Plan(Step("a"), Step("b")), from: 0, Cancellation).ToListAsync(Cancellation);

        _ran.ShouldBe(["a", "b"]);
        progress[^1].IsSuccess.ShouldBeTrue();
        progress[..^1].ShouldAllBe(change => !change.IsFinished);
        progress[^1].Steps.ShouldAllBe(step => step.State == StepState.Done);
        (await LoggedAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(ActivityOutcome.Succeeded);
    }

    [Fact]
    public async Task Run_StepFails_StopsThereAndResumesFromThere()
    {
        var broken = true;
        var plan = Plan(Step("a"), Step("b", () => broken ? s_fault : null), Step("c"));
        var failed = await Runner.RunAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);
        failed.Fault.ShouldBe(s_fault);
        failed.Steps.Select(step => step.State).ShouldBe([StepState.Done, StepState.Failed, StepState.Pending]);
        failed.ResumeFrom.ShouldBe(1);

        broken = false;
        var resumed = await Runner.RunAsync(plan, failed.ResumeFrom!.Value, Cancellation).LastAsync(Cancellation);

        resumed.IsSuccess.ShouldBeTrue();
        _ran.ShouldBe(["a", "b", "b", "c"]);
    }

    [Fact]
    public async Task Run_RoleTooLow_RunsNothing()
    {
        _acting.Current = new ActingUser("eve", Role.Operator);

        var progress = await Runner.RunAsync(Plan(Step("a")), from: 0, Cancellation).ToListAsync(Cancellation);

        progress.ShouldHaveSingleItem().Fault!.Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
        _ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_CancelledInAWait_StopsItAndLogsWhatWasDone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = new TaskCompletionSource();
        var stopped = false;
        var plan = Plan(Step("first"), new PlanStep("a", "a", string.Empty, async (_, tokens) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, tokens.Stop);
            }
            finally
            {
                stopped = true;
            }

            return null;
        }));

        var run = Runner.RunAsync(plan, from: 0, stop.Token).ToListAsync(CancellationToken.None).AsTask();
        await begun.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        stopped.ShouldBeTrue();
        var entry = (await LoggedAsync()).ShouldHaveSingleItem();
        entry.Outcome.ShouldBe(ActivityOutcome.Stopped);
        entry.Fault.ShouldNotBeNull().Text.ShouldStartWith("Left after 1 of 2 steps.");
    }

    [Fact]
    public async Task Run_CancelledInACall_HearsItsAnswerAndStopsBeforeTheNextStep()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = new TaskCompletionSource();
        var accepted = new TaskCompletionSource();
        var plan = Plan(Call(begun, accepted.Task), Step("next"));

        var run = Runner.RunAsync(plan, from: 0, stop.Token).ToListAsync(CancellationToken.None).AsTask();
        await begun.Task;
        await stop.CancelAsync();
        run.IsCompleted.ShouldBeFalse();
        accepted.SetResult();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        _ran.ShouldBe(["call"]);
        (await LoggedAsync()).ShouldHaveSingleItem().Fault.ShouldNotBeNull().Text.ShouldStartWith("Left after 1 of 2 steps.");
    }

    [Fact]
    public async Task Run_CancelledInACallWithoutAnAnswer_IsLeftAfterAWhile()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var begun = new TaskCompletionSource();
        var run = Runner
            .RunAsync(Plan(Call(begun, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancellation))), from: 0, stop.Token)
            .ToListAsync(CancellationToken.None)
            .AsTask();
        await begun.Task;
        await stop.CancelAsync();

        _time.Advance(TimeSpan.FromSeconds(29));
        run.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        (await LoggedAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(ActivityOutcome.Stopped);
    }

    [Fact]
    public async Task Run_ResumedPlan_IsTwoEntriesOfOneCorrelation()
    {
        var broken = true;
        var plan = Plan(Step("a", () => broken ? s_fault : null));
        await Runner.RunAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);
        broken = false;
        await Runner.RunAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        var entries = await LoggedAsync();
        entries.Select(entry => entry.Outcome).ShouldBe([ActivityOutcome.Failed, ActivityOutcome.Succeeded], ignoreOrder: true);
        entries.ShouldAllBe(entry => entry.CorrelationId == plan.Id && entry.Change == plan.Change);
    }

    [Fact]
    public async Task Run_UserChangesMeanwhile_IsTheChangeOfWhoBeganIt()
    {
        var plan = Plan(Step("a", () =>
        {
            _acting.Current = new ActingUser("eve", Role.Viewer);
            return null;
        }));

        (await Runner.RunAsync(plan, from: 0, Cancellation).LastAsync(Cancellation)).IsSuccess.ShouldBeTrue();

        (await LoggedAsync()).ShouldHaveSingleItem().User.ShouldBe(ActingAs.Administrator);
    }

    [Fact]
    public async Task Run_StepThrows_IsLoggedAsFailedAndThrown()
    {
        var plan = Plan(new PlanStep("a", "a", string.Empty, (_, _) => throw new InvalidOperationException("broken")));

        await Should.ThrowAsync<InvalidOperationException>(
            async () => await Runner.RunAsync(plan, from: 0, Cancellation).ToListAsync(Cancellation));

        (await LoggedAsync()).ShouldHaveSingleItem().Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.Unexpected);
    }

    private static ChangePlan Plan(params PlanStep[] steps) =>
        new(new Change(ChangeAction.CreateAccessPoint, "demo", "demo", Before: null, "{}"), [.. steps]);

    private async Task<IReadOnlyList<ActivityEntry>> LoggedAsync() =>
        (await _activity.ReadAsync(new ActivityQuery(), Cancellation)).Entries;

    private PlanStep Call(TaskCompletionSource begun, Task answer) => new("call", "call", string.Empty, async (_, tokens) =>
    {
        begun.SetResult();
        await answer.WaitAsync(tokens.Call);
        _ran.Add("call");
        return null;
    });

    private PlanStep Step(string id, Func<AwsFault?>? outcome = null) => new(id, id, string.Empty, (_, _) =>
    {
        _ran.Add(id);
        return Task.FromResult(outcome?.Invoke());
    });
}
