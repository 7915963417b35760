using System.Collections.Immutable;
using Mrap.Aws.Comparison;
using Mrap.Aws.Sandbox;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Tests.Comparison;

public sealed class FindGapsTests
{
    private static readonly GapQuery s_planted = new("gap/", WithVersions: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Planted_Gaps_AreFoundAndClosed()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await console.PutEverywhereAsync(accessPoint, "gap/all & +100%.txt", "the same", Cancellation);
        await console.PutAsync(accessPoint.Members[1], "gap/one \U0001F600 + 50%.txt", "alone", Cancellation);
        await console.PutEverywhereAsync(accessPoint, "gap/other", "old", Cancellation);
        await console.PutAsync(accessPoint.Members[2], "gap/other", "newer", Cancellation);

        var found = await FindAsync(console, accessPoint, s_planted);

        found.IsWhole.ShouldBeTrue();
        (found.Keys, found.Examined).ShouldBe((3, 2));
        found.Counts.ShouldBe(new GapCounts(Total: 2, Missing: 1, Deleted: 0, Content: 1, Version: 0));
        found.Gaps.Select(gap => gap.Difference.Key).ShouldBe(["gap/one \U0001F600 + 50%.txt", "gap/other"]);
        found.Gaps[0].Difference.Copies.Select(copy => copy.State)
            .ShouldBe([CopyState.Missing, CopyState.Present, CopyState.Missing]);
        found.Gaps.ShouldAllBe(gap => gap.Reasons.Single() == GapReason.NotCovered);
        found.Gaps[1].Difference.Source.ShouldBe(2);

        var requeue = console.Get<RequeueGaps>();
        var plan = requeue.Plan(accessPoint, found.Gaps).Value;
        plan.Steps.Length.ShouldBe(4);
        var done = await requeue.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        done.Fault.ShouldBeNull();
        await foreach (var (closed, _) in console.Get<ExamineGaps>().ExecuteAsync(accessPoint, found.Gaps, Cancellation))
        {
            found = found with { Gaps = closed };
        }

        found.Gaps.ShouldAllBe(gap => gap.Reasons.IsEmpty);
        (await FindAsync(console, accessPoint, s_planted)).Counts.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Copy_DoesNotReplaceWhatSomebodyWroteMeanwhile()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await console.PutAsync(accessPoint.Members[0], "gap/a", "first", Cancellation);
        var found = await FindAsync(console, accessPoint, s_planted);
        var plan = console.Get<RequeueGaps>().Plan(accessPoint, found.Gaps).Value;
        await console.PutAsync(accessPoint.Members[1], "gap/a", "meanwhile", Cancellation);

        var done = await console.Get<RequeueGaps>().ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        done.IsSuccess.ShouldBeTrue();
        var after = (await FindAsync(console, accessPoint, s_planted)).Gaps.ShouldHaveSingleItem().Difference;
        after.Copies[1].Size.ShouldBe("meanwhile".Length);
        after.Copies[2].Size.ShouldBe("first".Length);
    }

    [Fact]
    public async Task Deletion_IsToldFromAnObjectThatWasNeverThere_AndIsNothingToCopy()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await console.PutEverywhereAsync(accessPoint, "gap/deleted", "text", Cancellation);
        await console.DeleteAsync(accessPoint.Members[0], "gap/deleted", Cancellation);

        var listed = (await FindAsync(console, accessPoint, s_planted with { WithVersions = true })).Gaps.ShouldHaveSingleItem();

        listed.Difference.Copies.Select(copy => copy.State)
            .ShouldBe([CopyState.Deleted, CopyState.Present, CopyState.Present]);
        listed.Difference.Source.ShouldBeNull();
        console.Get<RequeueGaps>().Plan(accessPoint, [listed]).Fault.ShouldNotBeNull().WhatHappened
            .ShouldBe("There is nothing to copy.");
        var asked = (await FindAsync(console, accessPoint, s_planted)).Gaps.ShouldHaveSingleItem().Difference;
        asked.Copies[0].State.ShouldBe(CopyState.Deleted);
        asked.Copies[0].LastModified.ShouldBe(listed.Difference.Copies[0].LastModified);
        asked.IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Versions_OfTheSameContentWrittenTwice_Differ_OnlyInAListWithVersions()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await console.PutEverywhereAsync(accessPoint, "gap/twice", "text", Cancellation);

        (await FindAsync(console, accessPoint, s_planted)).Counts.Total.ShouldBe(0);
        var found = await FindAsync(console, accessPoint, s_planted with { WithVersions = true });
        found.Counts.ShouldBe(new GapCounts(Total: 1, Missing: 0, Deleted: 0, Content: 0, Version: 1));
        found.Gaps.ShouldHaveSingleItem().Difference.Aspects.ShouldBe(DifferenceAspects.Version);
        console.Get<RequeueGaps>().Plan(accessPoint, found.Gaps).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task Region_ThatIsDown_IsNamed_AndTheOthersAreCompared()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await console.PutAsync(accessPoint.Members[0], "gap/a", "text", Cancellation);
        (await console.Get<ChangeConditions>().ExecuteAsync(
            ImmutableSortedDictionary<RegionId, RegionConditionDocument>.Empty.Add(
                accessPoint.Members[2].Region, new RegionConditionDocument { State = "down" }),
            Cancellation)).Fault.ShouldBeNull();

        var found = await FindAsync(console, accessPoint, s_planted);

        found.IsWhole.ShouldBeFalse();
        found.Members.Select(member => member.Fault is null).ShouldBe([true, true, false]);
        found.Members[2].Fault!.WhatHappened.ShouldContain(accessPoint.Members[2].Region.Value);
        var gap = found.Gaps.ShouldHaveSingleItem().Difference;
        gap.Copies.Select(copy => copy.State).ShouldBe([CopyState.Present, CopyState.Missing, CopyState.Unknown]);
        gap.Behind.ShouldBe([1]);
    }

    [Fact]
    public async Task Cancellation_EndsTheLists()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in console.Get<FindGaps>().ExecuteAsync(accessPoint, new GapQuery("", WithVersions: false), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task Export_HandsOnEveryDifference_BeyondThoseThatAreKept()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var keys = Enumerable.Range(0, GapQuery.MaxKept + 5).Select(number => $"gap/{number:0000}").ToList();
        await Parallel.ForEachAsync(
            keys, Cancellation, async (key, token) => await console.PutAsync(accessPoint.Members[0], key, "text", token));
        var exported = new List<string>();

        var fault = await console.Get<FindGaps>().ExportAsync(
            accessPoint, s_planted, differences =>
            {
                exported.AddRange(differences.Select(difference => difference.Key));
                return Task.CompletedTask;
            },
            Cancellation);
        var found = await FindAsync(console, accessPoint, s_planted);

        fault.ShouldBeNull();
        exported.ShouldBe(keys);
        (found.Gaps.Length, found.Examined, found.Counts.Total).ShouldBe((GapQuery.MaxKept, GapQuery.MaxExamined, keys.Count));
        found.Gaps[GapQuery.MaxExamined].Reasons.ShouldBe([GapReason.NotAsked]);
    }

    private static async Task<GapProgress> FindAsync(SandboxConsole console, AccessPoint accessPoint, GapQuery query)
    {
        var found = await console.Get<FindGaps>().ExecuteAsync(accessPoint, query, Cancellation).LastAsync(Cancellation);
        found.Phase.ShouldBe(GapPhase.Finished);
        return found;
    }
}
