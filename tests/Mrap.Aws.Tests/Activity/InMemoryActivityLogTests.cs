using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Activity;

public sealed class InMemoryActivityLogTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryActivityLog _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_PageAfterPage_GivesEveryEntryOnceNewestFirst()
    {
        // Two of an instant, so that the place between them is kept by the id.
        for (var i = 0; i < 7; i++)
        {
            await _log.AppendAsync(Entry(s_noon.AddSeconds(i / 2), "ada", ChangeAction.ChangeRoutes, "demo"), Cancellation);
        }

        var seen = new List<ActivityEntry>();
        ActivityPage? page = null;
        do
        {
            page = await _log.ReadAsync(new ActivityQuery { Count = 3, Cursor = page?.Next }, Cancellation);
            page.Entries.Length.ShouldBeInRange(1, 3);
            seen.AddRange(page.Entries);
        }
        while (page.Next is not null);

        seen.Select(entry => entry.Id).Distinct().Count().ShouldBe(7);
        seen.Select(entry => entry.At).ShouldBe(seen.Select(entry => entry.At).OrderDescending());
    }

    [Fact]
    public async Task Read_WithFilters_GivesOnlyWhatMatchesAll()
    {
        var wanted = Entry(s_noon, "ada", ChangeAction.ChangeRoutes, "demo");
        await _log.AppendAsync(wanted, Cancellation);
        await _log.AppendAsync(Entry(s_noon, "eve", ChangeAction.ChangeRoutes, "demo"), Cancellation);
        await _log.AppendAsync(Entry(s_noon, "ada", ChangeAction.CreateBucket, "demo"), Cancellation);
        await _log.AppendAsync(Entry(s_noon, "ada", ChangeAction.ChangeRoutes, "other"), Cancellation);
        await _log.AppendAsync(Entry(s_noon.AddHours(1), "ada", ChangeAction.ChangeRoutes, "demo"), Cancellation);
        await _log.AppendAsync(Entry(s_noon.AddTicks(-1), "ada", ChangeAction.ChangeRoutes, "demo"), Cancellation);

        var page = await _log.ReadAsync(
            new ActivityQuery
            {
                User = "ada",
                Action = ChangeAction.ChangeRoutes,
                Kind = TargetKind.AccessPoint,
                AccessPoint = "demo",
                Outcome = ActivityOutcome.Succeeded,
                From = s_noon,
                Until = s_noon.AddHours(1),
            },
            Cancellation);

        page.Entries.ShouldHaveSingleItem().Id.ShouldBe(wanted.Id);
        page.Next.ShouldBeNull();
        (await _log.FindAsync(wanted.Id, Cancellation)).ShouldBe(wanted);
        (await _log.FindAsync(Guid.NewGuid(), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Append_BeyondTheCapacity_ForgetsTheOldest()
    {
        var first = Entry(s_noon, "ada", ChangeAction.ChangeRoutes, "demo");
        await _log.AppendAsync(first, Cancellation);
        for (var i = 1; i <= 1000; i++)
        {
            await _log.AppendAsync(Entry(s_noon.AddSeconds(i), "ada", ChangeAction.ChangeRoutes, "demo"), Cancellation);
        }

        (await _log.FindAsync(first.Id, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public void Change_WithALongText_IsCutWithoutHalfACharacter()
    {
        var text = string.Concat(Enumerable.Repeat("😀", Change.MaxText));

        var change = new Change(ChangeAction.ReplacePolicy, "demo", "demo", text, "x" + text);

        foreach (var kept in new[] { change.Before!, change.After! })
        {
            kept.Length.ShouldBeInRange(Change.MaxText - 1, Change.MaxText);
            kept.ShouldEndWith("😀…");
        }
    }

    private static ActivityEntry Entry(DateTimeOffset at, string user, ChangeAction action, string accessPoint) => new(
        Guid.CreateVersion7(at),
        at,
        new ActingUser(user, Role.Administrator),
        new Change(action, accessPoint, accessPoint, Before: null, After: null),
        ActivityOutcome.Succeeded,
        Fault: null,
        TimeSpan.Zero,
        "c");
}
