using Mrap.Web.Data.Drills;
using Mrap.Web.Tests.Drills;

namespace Mrap.Web.Tests.Data;

public sealed class DrillStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_Kept_IsReadAsItWasWithTheRunBefore()
    {
        using var state = await StateFixture.StartAsync();
        var store = new DrillStore(state);
        var (first, second) = (DrillReports.Failing(errors: 0), DrillReports.Failing(errors: 6));
        await AddAsync(store, first, minute: 0);
        var drill = await AddAsync(store, second, minute: 1);

        var found = (await store.FindAsync(drill.Id.ToString("N"), Cancellation)).Value;

        found.Drill.ShouldBe(drill);
        found.Report.ShouldBe(second);
        found.PreviousReport.ShouldBe(first);
        found.Plan.ShouldBe(DrillReports.Yaml);
        found.Notes.ShouldBe(["One thing.", "Another thing."]);
    }

    [Fact]
    public async Task Reports_BeyondTheBound_AreForgottenFromTheOldestOn()
    {
        using var state = await StateFixture.StartAsync();
        var store = new DrillStore(state);
        var report = DrillReports.Failing(errors: 0);
        var oldest = await AddAsync(store, report, minute: 0);
        for (var minute = 1; minute <= DrillStore.MaxKept; minute++)
        {
            await AddAsync(store, report, minute);
        }

        var kept = (await store.ListAsync(Cancellation)).Value;

        kept.Length.ShouldBe(DrillStore.MaxKept);
        kept.Select(drill => drill.At).ShouldBeInOrder(SortDirection.Descending);
        kept.ShouldNotContain(oldest);
        (await store.FindAsync(oldest.Id.ToString(), Cancellation)).Fault.ShouldNotBeNull().Code.ShouldBe(DrillStore.NoSuchDrill);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public async Task Report_ThatIsNotKept_IsAFault(string id)
    {
        using var state = await StateFixture.StartAsync();

        (await new DrillStore(state).FindAsync(id, Cancellation)).Fault.ShouldNotBeNull().Code.ShouldBe(DrillStore.NoSuchDrill);
    }

    private static async Task<SavedDrill> AddAsync(DrillStore store, Core.Drills.Reports.DrillReport report, int minute)
    {
        var drill = DrillReports.Saved(report, minute);
        (await store.AddAsync(drill, report, DrillReports.Yaml, ["One thing.", "Another\nthing."], Cancellation))
            .Fault.ShouldBeNull();
        return drill;
    }
}
