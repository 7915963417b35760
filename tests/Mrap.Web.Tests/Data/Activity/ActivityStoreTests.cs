using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Testing;
using Mrap.Web.Configuration;
using Mrap.Web.Data.Activity;
using Mrap.Web.Data.Startup;

namespace Mrap.Web.Tests.Data.Activity;

public sealed class ActivityStoreTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_Appended_IsReadAsItWas_AfterARestartToo()
    {
        using var state = await StateFixture.StartAsync();
        var entry = ActivityExample.Entry(
            s_noon.AddTicks(1), "olga", ChangeAction.ReplacePolicy, "demo", ActivityOutcome.Failed, "{\n}", "{ \"é\": \"😀\" }",
            new ActivityFault("SlowDown", "Too fast.", "R1"));
        await Store(state).AppendAsync(entry, Cancellation);

        await new StateStart(state, state.Settings).StartAsync(Cancellation);

        (await Store(state).FindAsync(entry.Id, Cancellation)).ShouldBe(entry);
        (await Store(state).FindAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();
        (await Store(state).ReadAsync(new ActivityQuery(), Cancellation)).Entries.ShouldBe([entry]);
        await using var database = state.CreateDbContext();
        (await database.Activity.Select(row => row.Id).SingleAsync(Cancellation)).ShouldBe(entry.Id.ToString("N"));
    }

    [Fact]
    public async Task Time_WithAnOffset_IsOrderedByItsInstant()
    {
        using var state = await StateFixture.StartAsync();
        var store = Store(state);
        var first = ActivityExample.Entry(s_noon.ToOffset(TimeSpan.FromHours(9)));
        var second = ActivityExample.Entry(s_noon.AddMinutes(1).ToOffset(TimeSpan.FromHours(-9)));
        await store.AppendAsync(second, Cancellation);
        await store.AppendAsync(first, Cancellation);

        (await store.ReadAsync(new ActivityQuery(), Cancellation)).Entries.Select(entry => entry.Id).ShouldBe([second.Id, first.Id]);
    }

    [Fact]
    public async Task Read_PageAfterPage_GivesEveryEntryOnceInTheOrderOfTheFake()
    {
        using var state = await StateFixture.StartAsync();
        var (store, fake) = (Store(state), new InMemoryActivityLog());
        for (var i = 0; i < 11; i++)
        {
            // Three of an instant, so that the place between them is kept by the id.
            var entry = ActivityExample.Entry(s_noon.AddSeconds(i / 3));
            await store.AppendAsync(entry, Cancellation);
            await fake.AppendAsync(entry, Cancellation);
        }

        (await AllAsync(store, pageSize: 2)).ShouldBe(await AllAsync(fake, pageSize: 4));
        (await AllAsync(store, pageSize: 2)).Distinct().Count().ShouldBe(11);
    }

    public static TheoryData<ActivityQuery> Queries => new(
        new ActivityQuery { User = "ada" },
        new ActivityQuery { User = "ADA" },
        new ActivityQuery { Action = ChangeAction.CreateBucket },
        new ActivityQuery { Kind = TargetKind.AccessPoint },
        new ActivityQuery { Kind = TargetKind.Bucket, AccessPoint = "demo" },
        new ActivityQuery { AccessPoint = "demo" },
        new ActivityQuery { Outcome = ActivityOutcome.Refused },
        new ActivityQuery { From = s_noon.AddSeconds(2) },
        new ActivityQuery { Until = s_noon.AddSeconds(2) },
        new ActivityQuery { From = s_noon.AddSeconds(1), Until = s_noon.AddSeconds(3), User = "eve" },
        new ActivityQuery { AccessPoint = "' OR 1=1 --" });

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Read_WithAFilter_GivesWhatTheFakeGives(ActivityQuery query)
    {
        using var state = await StateFixture.StartAsync();
        var (store, fake) = (Store(state), new InMemoryActivityLog());
        var entries = (
            from user in new[] { "ada", "eve" }
            from action in new[] { ChangeAction.ChangeRoutes, ChangeAction.CreateBucket }
            from accessPoint in new[] { "demo", null }
            from outcome in new[] { ActivityOutcome.Succeeded, ActivityOutcome.Refused }
            select (user, action, accessPoint, outcome)).ToImmutableArray();
        for (var i = 0; i < entries.Length; i++)
        {
            var (user, action, accessPoint, outcome) = entries[i];
            var entry = ActivityExample.Entry(s_noon.AddSeconds(i % 4), user, action, accessPoint, outcome);
            await store.AppendAsync(entry, Cancellation);
            await fake.AppendAsync(entry, Cancellation);
        }

        (await store.ReadAsync(query, Cancellation)).Entries.ShouldBe((await fake.ReadAsync(query, Cancellation)).Entries);
    }

    [Fact]
    public async Task Choices_AreTheNamesThatOccur()
    {
        using var state = await StateFixture.StartAsync();
        var store = Store(state);
        await store.AppendAsync(ActivityExample.Entry(s_noon, "eve", accessPoint: "zeta"), Cancellation);
        await store.AppendAsync(ActivityExample.Entry(s_noon, "ada", accessPoint: null), Cancellation);
        await store.AppendAsync(ActivityExample.Entry(s_noon, "ada", accessPoint: "alpha"), Cancellation);

        var choices = await store.ReadChoicesAsync(Cancellation);

        choices.People.ShouldBe(["ada", "eve"]);
        choices.AccessPoints.ShouldBe(["alpha", "zeta"]);
    }

    [Fact]
    public async Task Append_BeyondTheMost_ForgetsTheOldest()
    {
        using var state = await StateFixture.StartAsync();
        var store = Store(state, entries: 5);
        var entries = Enumerable.Range(0, 8).Select(i => ActivityExample.Entry(s_noon.AddSeconds(i / 2))).ToImmutableArray();
        foreach (var entry in entries)
        {
            await store.AppendAsync(entry, Cancellation);
        }

        var kept = entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(5);
        (await store.ReadAsync(new ActivityQuery(), Cancellation)).Entries.ShouldBe(kept);
    }

    [Fact]
    public async Task Writers_AtTheSameTime_LoseNothing()
    {
        using var state = await StateFixture.StartAsync();
        var entries = Enumerable.Range(0, 60).Select(i => ActivityExample.Entry(s_noon.AddSeconds(i))).ToImmutableArray();
        ImmutableArray<ActivityStore> stores = [Store(state), Store(state)];

        await Parallel.ForEachAsync(
            entries.Select((entry, i) => (entry, Store: stores[i % 2])),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation },
            async (each, cancellation) => await each.Store.AppendAsync(each.entry, cancellation));

        (await AllAsync(stores[0], pageSize: 50)).ShouldBe(entries.Reverse().Select(entry => entry.Id));
    }

    [Fact]
    public async Task Change_WhoseEntryCannotBeKept_IsMadeAllTheSame()
    {
        using var state = await StateFixture.StartAsync();
        await using (var database = state.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("DROP TABLE Activity", Cancellation);
        }

        var writer = new ActivityWriter(Store(state), TimeProvider.System, NullLogger<ActivityWriter>.Instance);
        var gate = new ChangeGate(new ActingAs(ActingAs.Administrator), writer, TimeProvider.System);

        var outcome = await gate.PassAsync(ActivityExample.Entry(s_noon).Change, () => Task.FromResult<Outcome<string>>("made"));

        outcome.Value.ShouldBe("made");
    }

    [Fact]
    public async Task Database_ThatIsNone_IsAFaultOfReadingAndNoException()
    {
        using var state = await StateFixture.StartAsync();
        await File.WriteAllTextAsync(StateStart.PathOf(state.Settings), new string('x', 8192), Cancellation);
        var read = new ReadActivity(Store(state), NullLogger<ReadActivity>.Instance);

        (await read.ListAsync(new ActivityQuery(), Cancellation)).Fault!.Code.ShouldBe("DatabaseUnavailable");
        (await read.ListChoicesAsync(Cancellation)).Fault!.Code.ShouldBe("DatabaseUnavailable");
        (await read.FindAsync(Guid.NewGuid().ToString(), Cancellation)).Fault!.Code.ShouldBe("DatabaseUnavailable");
        (await read.FindAsync("nothing", Cancellation)).Fault!.Code.ShouldBe("NoSuchActivity");
    }

    private static ActivityStore Store(StateFixture state, int entries = 10_000) => new(
        state, Options.Create(new ConsoleOptions { ActivityEntries = entries }), NullLogger<ActivityStore>.Instance);

    private static async Task<ImmutableArray<Guid>> AllAsync(IActivityLog log, int pageSize)
    {
        var all = ImmutableArray.CreateBuilder<Guid>();
        ActivityCursor? next = null;
        do
        {
            var page = await log.ReadAsync(new ActivityQuery { Count = pageSize, Cursor = next }, Cancellation);
            all.AddRange(page.Entries.Select(entry => entry.Id));
            next = page.Next;
        }
        while (next is not null);
        return all.ToImmutable();
    }
}
