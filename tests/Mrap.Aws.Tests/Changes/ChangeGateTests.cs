using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Changes;

public sealed class ChangeGateTests
{
    private static readonly Change s_change = new(ChangeAction.ChangeRoutes, "demo", "demo", "us-east-1 100", "us-east-1 0");

    private readonly ActingAs _acting = new(new ActingUser("olga", Role.Operator));
    private readonly InMemoryActivityLog _activity = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_ThatFails_IsWrittenWithItsFaultAndRequest()
    {
        var fault = new AwsFault("OperationAborted", "Not done.", "Another is under way.", "Wait.", 409, "R1");

        var outcome = await Gates.Of(_acting, _activity).PassAsync<Unit>(s_change, () => Task.FromResult<Outcome<Unit>>(fault));

        outcome.Fault.ShouldBe(fault);
        var entry = await LoggedAsync();
        (entry.Outcome, entry.User, entry.Change).ShouldBe((ActivityOutcome.Failed, _acting.Current, s_change));
        entry.Fault.ShouldBe(new ActivityFault("OperationAborted", "Not done. Another is under way.", "R1"));
    }

    [Fact]
    public async Task Change_WhoseAnswerRefusesIt_IsWrittenAsFailed()
    {
        var fault = new AwsFault("AccessDenied", "Not done.", "The policy denies it.", "Ask.", 403, "R2");

        var outcome = await Gates.Of(_acting, _activity).PassAsync(s_change, () => Task.FromResult<Outcome<string>>("403"), _ => fault);

        outcome.Value.ShouldBe("403");
        var entry = await LoggedAsync();
        (entry.Outcome, entry.Fault?.Code).ShouldBe((ActivityOutcome.Failed, "AccessDenied"));
    }

    [Fact]
    public async Task Change_LeftBeforeItsEnd_IsWrittenAsStopped()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            () => Gates.Of(_acting, _activity).PassAsync<Unit>(s_change, () => throw new OperationCanceledException()));

        (await LoggedAsync()).Outcome.ShouldBe(ActivityOutcome.Stopped);
    }

    [Fact]
    public async Task Change_ThatThrows_IsWrittenAsFailed()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            () => Gates.Of(_acting, _activity).PassAsync<Unit>(s_change, () => throw new InvalidOperationException()));

        (await LoggedAsync()).ShouldSatisfyAllConditions(
            entry => entry.Outcome.ShouldBe(ActivityOutcome.Failed),
            entry => entry.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.Unexpected));
    }

    [Fact]
    public async Task Change_RoleTooLow_IsNotTriedAndWrittenAsRefused()
    {
        _acting.Current = new ActingUser("vera", Role.Viewer);
        var isTried = false;

        var outcome = await Gates.Of(_acting, _activity).PassAsync<Unit>(s_change, () =>
        {
            isTried = true;
            return Task.FromResult<Outcome<Unit>>(Unit.Instance);
        });

        (isTried, outcome.Fault?.Code).ShouldBe((false, ConsoleFaultCodes.RoleTooLow));
        (await LoggedAsync()).Outcome.ShouldBe(ActivityOutcome.Refused);
    }

    [Fact]
    public async Task Change_WhoseLogFails_IsMadeAllTheSameAndTheServersLogSaysSo()
    {
        var logger = new RecordingLogger<ActivityWriter>();
        var gate = new ChangeGate(
            _acting, new ActivityWriter(new BrokenActivityLog(_ => throw new IOException("disk full")), TimeProvider.System, logger),
            TimeProvider.System);

        (await gate.PassAsync<Unit>(s_change, () => Task.FromResult<Outcome<Unit>>(Unit.Instance))).IsSuccess.ShouldBeTrue();

        logger.EventIds.ShouldBe([2101, 2105]);
    }

    [Fact]
    public async Task Change_WhoseLogHangs_IsMadeOnceThePatienceEnds()
    {
        var time = new FakeTimeProvider();
        var logger = new RecordingLogger<ActivityWriter>();
        var hang = new TaskCompletionSource();
        var gate = new ChangeGate(_acting, new ActivityWriter(new BrokenActivityLog(_ => hang.Task), time, logger), time);

        var change = gate.PassAsync<Unit>(s_change, () => Task.FromResult<Outcome<Unit>>(Unit.Instance));
        change.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(5));

        (await change).IsSuccess.ShouldBeTrue();
        logger.EventIds.ShouldBe([2101, 2105]);
    }

    private async Task<ActivityEntry> LoggedAsync() =>
        (await _activity.ReadAsync(new ActivityQuery(), Cancellation)).Entries.ShouldHaveSingleItem();
}
