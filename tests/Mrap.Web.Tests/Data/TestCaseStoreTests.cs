using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Core.TestCases;
using Mrap.Policy.Evaluation;
using Mrap.Testing;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Startup;
using Mrap.Web.Data.TestCases;
using Mrap.Web.Tests.TestCases;

namespace Mrap.Web.Tests.Data;

public sealed class TestCaseStoreTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));

    private NamedAccessPoint _service = null!;
    private AccessPointNames _names = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await NamedAccessPoint.StartAsync("media-global", "mfzwi23gnjvgw.mrap");
        _names = _service.Names;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Case_Saved_IsThereForTheNextReader()
    {
        using var state = await StateFixture.StartAsync();
        var saved = Cases.Of("cross-account", "eu-west-1", "partners may read", Verdict.Allow);

        (await Save(state, Operator, saved)).IsSuccess.ShouldBeTrue();
        await new StateStart(state, state.Settings).StartAsync(Cancellation);

        var found = (await new ListTestCases(new TestCaseStore(state)).ExecuteAsync(Arn, Cancellation)).Value.ShouldHaveSingleItem();
        (found.Id, found.Test.Name, found.Test.Verdict, found.Test.Passes()).ShouldBe((saved.Id, "partners may read", Verdict.Allow, true));
        (
            await new ListTestCases(new TestCaseStore(state)).ExecuteAsync(
                Arn.Replace("mfzwi", "other", StringComparison.Ordinal), Cancellation)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Case_SavedAgain_TakesItsOwnPlace()
    {
        using var state = await StateFixture.StartAsync();
        var saved = Cases.Of("cross-account", "eu-west-1", "first name", Verdict.Allow);
        await Save(state, Operator, saved, Cases.Of("cross-account", "us-east-1", "another", Verdict.Allow, position: 1));

        await Save(state, Operator, saved with { Test = saved.Test with { Name = "second name", Verdict = Verdict.ImplicitDeny } });

        var cases = (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value;
        cases.Select(found => (found.Test.Name, found.Test.Verdict)).ShouldBe(
            [("second name", Verdict.ImplicitDeny), ("another", Verdict.Allow)]);
    }

    [Fact]
    public async Task Case_DeletedAndPutBack_IsThereAgain()
    {
        using var state = await StateFixture.StartAsync();
        var saved = Cases.Of("public", "eu-west-1", "nobody from outside", Verdict.ImplicitDeny);
        await Save(state, Operator, saved);

        (
            await new DeleteTestCase(new TestCaseStore(state), _names, Gate(Operator, new InMemoryActivityLog())).ExecuteAsync(
                Arn, saved.Id, Cancellation)).IsSuccess.ShouldBeTrue();
        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.ShouldBeEmpty();
        await Save(state, Operator, saved);

        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.ShouldHaveSingleItem().Id.ShouldBe(saved.Id);
    }

    [Fact]
    public async Task Viewer_SavingOrDeleting_IsRefusedAndLogged()
    {
        using var state = await StateFixture.StartAsync();
        var viewer = new ActingAs(new ActingUser("vera", Role.Viewer));
        var activity = new InMemoryActivityLog();
        var gate = Gate(viewer.Current, activity);
        var saved = Cases.Of("public", "eu-west-1", "nobody from outside", Verdict.ImplicitDeny);

        var save = await new SaveTestCases(new TestCaseStore(state), _names, gate, viewer, _time).ExecuteAsync(Arn, [saved], Cancellation);
        var delete = await new DeleteTestCase(new TestCaseStore(state), _names, gate).ExecuteAsync(Arn, saved.Id, Cancellation);

        (save.Fault!.Code, delete.Fault!.Code).ShouldBe((ConsoleFaultCodes.RoleTooLow, ConsoleFaultCodes.RoleTooLow));
        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.ShouldBeEmpty();
        (await activity.ReadAsync(new ActivityQuery { Kind = TargetKind.TestCase }, Cancellation)).Entries
            .Select(entry => (entry.User, entry.Outcome))
            .ShouldBe([(viewer.Current, ActivityOutcome.Refused), (viewer.Current, ActivityOutcome.Refused)]);
    }

    [Fact]
    public async Task Changes_OfCases_AreLoggedWithTheNameOfTheAccessPointAndWhatStoodThere()
    {
        using var state = await StateFixture.StartAsync();
        var activity = new InMemoryActivityLog();
        var (store, gate, acting) = (new TestCaseStore(state), Gate(Operator, activity), new ActingAs(Operator));
        var saved = Cases.Of("cross-account", "eu-west-1", "first", Verdict.Allow);
        var changed = saved with { Test = saved.Test with { Name = "second", Verdict = Verdict.ImplicitDeny } };

        await new SaveTestCases(store, _names, gate, acting, _time).ExecuteAsync(Arn, [saved], Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        await new SaveTestCases(store, _names, gate, acting, _time).ExecuteAsync(Arn, [changed], Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        await new DeleteTestCase(store, _names, gate).ExecuteAsync(Arn, saved.Id, Cancellation);

        (await activity.ReadAsync(new ActivityQuery { AccessPoint = "media-global" }, Cancellation)).Entries
            .Select(entry => (entry.Change.Action, entry.Change.Before, entry.Change.After))
            .ShouldBe(
                [
                    (ChangeAction.DeleteTestCase, "second: ImplicitDeny", null),
                    (ChangeAction.SaveTestCases, "first: Allow", "second: ImplicitDeny"),
                    (ChangeAction.SaveTestCases, null, "first: Allow"),
                ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Case_WithoutAName_IsRefused(string name)
    {
        using var state = await StateFixture.StartAsync();

        (await Save(state, Operator, Cases.Of("public", "eu-west-1", name, Verdict.Allow))).Fault!.Code.ShouldBe(ConsoleFaultCodes.Invalid);
    }

    [Fact]
    public async Task Cases_BeyondTheMost_AreRefusedAllTogether()
    {
        using var state = await StateFixture.StartAsync();
        var many = Enumerable.Range(0, TestCaseStore.MaxCases)
            .Select(i => Cases.Of("public", "eu-west-1", $"case {i}", Verdict.Allow, i))
            .ToImmutableArray();
        (await Save(state, Operator, many)).IsSuccess.ShouldBeTrue();

        (await Save(state, Operator, Cases.Of("public", "eu-west-1", "one more", Verdict.Allow, 300))).Fault!.Why.ShouldContain("200");
        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Value.Length.ShouldBe(TestCaseStore.MaxCases);
    }

    [Fact]
    public async Task Database_OfANewerVersion_IsLeftAlone()
    {
        using var state = await StateFixture.StartAsync();
        await using (var database = state.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("PRAGMA user_version = 99", Cancellation);
        }

        var start = () => new StateStart(state, state.Settings).StartAsync(Cancellation);

        (await start.ShouldThrowAsync<SettingException>()).Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task Database_ThatIsNone_IsAFaultAndNoException()
    {
        using var state = await StateFixture.StartAsync();
        await File.WriteAllTextAsync(StateStart.PathOf(state.Settings), new string('x', 8192), Cancellation);

        (await new TestCaseStore(state).ListAsync(Arn, Cancellation)).Fault!.Code.ShouldBe("DatabaseUnavailable");
        await Should.ThrowAsync<SettingException>(() => new StateStart(state, state.Settings).StartAsync(Cancellation));
    }

    private static ActingUser Operator { get; } = new("olga", Role.Operator);

    private ChangeGate Gate(ActingUser user, IActivityLog activity) =>
        new(new ActingAs(user), new ActivityWriter(activity, _time, NullLogger<ActivityWriter>.Instance), _time);

    private Task<Outcome<Unit>> Save(StateFixture state, ActingUser user, params ImmutableArray<SavedCase> cases) =>
        new SaveTestCases(new TestCaseStore(state), _names, Gate(user, new InMemoryActivityLog()), new ActingAs(user), _time).ExecuteAsync(
            Arn, cases, Cancellation);
}
