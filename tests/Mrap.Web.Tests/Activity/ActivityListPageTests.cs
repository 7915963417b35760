using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Testing;
using Mrap.Web.Components.Activity;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Tests.Activity;

public sealed class ActivityListPageTests : PageContext
{
    public ActivityListPageTests()
        : base(services => services.AddSingleton<ReadActivity>()) => RenderPopovers();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private NavigationManager Navigator => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_WithoutEntries_SaysWhatWillStandHereAndLeadsOn()
    {
        var page = Open("/activity");

        page.Find("h2").TextContent.ShouldBe("Nothing has been changed yet");
        page.Find(".empty a").GetAttribute("href").ShouldBe("/access-points");
        page.FindAll("[role=search]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_WithEntries_ShowsWhoDidWhatAndWhenNewestFirst()
    {
        var now = Time.GetUtcNow();
        await AddAsync(ActivityExample.Entry(now.AddHours(-2), "olga", ChangeAction.ChangeRoutes, "demo"));
        var last = ActivityExample.Entry(
            now.AddMinutes(-3), "vera", ChangeAction.DeleteAccessPoint, "demo", ActivityOutcome.Refused,
            fault: new ActivityFault("RoleTooLow", "`vera` may not do this.", RequestId: null));
        await AddAsync(last);

        var page = Open("/activity");

        var rows = page.FindAll("tbody tr");
        rows.Count.ShouldBe(2);
        rows[0].QuerySelector("th a")!.GetAttribute("href").ShouldBe($"/activity/{last.Id:N}");
        rows[0].QuerySelector("th a")!.TextContent.ShouldBe("Delete access point");
        rows[0].TextContent.ShouldContain("3 minutes ago");
        rows[0].QuerySelector("[data-label=Outcome]")!.TextContent.ShouldContain("Refused");
        rows[0].QuerySelector("[data-label=Person]")!.TextContent.ShouldContain("vera");
        page.FindAll("thead th")[0].TextContent.ShouldBe("Time (UTC)");
        page.Find(".more [role=status]").TextContent.ShouldBe("2 entries, newest first");
    }

    [Fact]
    public async Task Page_OfADeepLink_ShowsOnlyWhatMatchesAndExportsTheSame()
    {
        await AddAsync(ActivityExample.Entry(Time.GetUtcNow().AddHours(-2), "olga"));
        await AddAsync(ActivityExample.Entry(Time.GetUtcNow().AddHours(-1), "vera"));
        await AddAsync(ActivityExample.Entry(Time.GetUtcNow().AddDays(-2), "vera"));

        var page = Open("/activity?person=vera&time=24h");

        page.FindAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("vera");
        var export = page.FindAll("a").Single(link => link.TextContent.Trim() == "Export CSV");
        export.GetAttribute("href").ShouldBe("/activity.csv?person=vera&time=24h");
        export.HasAttribute("download").ShouldBeTrue();
    }

    [Fact]
    public async Task Filter_ThatMatchesNothing_OffersToClearIt()
    {
        await AddAsync(ActivityExample.Entry(Time.GetUtcNow()));

        var page = Open("/activity?outcome=failed");
        page.Find(".no-match").TextContent.ShouldContain("10,000");
        Button(page, "Clear filter").Click();

        Navigator.Uri.ShouldEndWith("/activity");
    }

    [Fact]
    public async Task TimeOfOnesOwn_GoesIntoTheAddress()
    {
        await AddAsync(ActivityExample.Entry(Time.GetUtcNow()));
        var page = Open("/activity?time=custom");

        page.Find("#activity-from").Change("2026-11-22T08:30");

        page.Find("label[for=activity-from]").TextContent.ShouldBe("From (UTC)");
        Navigator.Uri.ShouldEndWith("/activity?from=2026-11-22T08%3A30Z");
    }

    [Fact]
    public async Task ShowMore_AddsTheOlderOnesAndThenGoes()
    {
        for (var i = 0; i < 60; i++)
        {
            await AddAsync(ActivityExample.Entry(Time.GetUtcNow().AddMinutes(-i)));
        }

        var page = Open("/activity");
        page.FindAll("tbody tr").Count.ShouldBe(50);
        Button(page, "Show more").Click();

        page.FindAll("tbody tr").Count.ShouldBe(60);
        page.FindAll("button").ShouldNotContain(button => button.TextContent.Trim() == "Show more");
    }

    [Fact]
    public void Page_WhoseLogDoesNotAnswer_SaysSoAndTriesAgain()
    {
        Activity.Fault = new SqliteException("disk I/O error", 10);
        var page = Open("/activity");

        page.Find("[role=alert]").TextContent.ShouldContain("The activity log could not be read.");
        Activity.Fault = null;
        Button(page, "Try again").Click();

        page.FindAll("[role=alert]").ShouldBeEmpty();
        page.Find("h2").TextContent.ShouldBe("Nothing has been changed yet");
    }

    [Fact]
    public void Page_WhileItReads_IsSaidToBeLoading()
    {
        var gate = new TaskCompletionSource();
        Activity.Gate = gate.Task;
        var page = Open("/activity");

        page.Find("[role=status]").GetAttribute("aria-label").ShouldBe("Loading the activity");
        gate.SetResult();
        page.WaitForAssertion(() => page.Find("h2").TextContent.ShouldBe("Nothing has been changed yet"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ActivityListPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);

    private Task AddAsync(ActivityEntry entry) => Activity.AppendAsync(entry, Cancellation);

    private IRenderedComponent<ActivityListPage> Open(string url)
    {
        Navigator.NavigateTo(url);
        return Render<ActivityListPage>();
    }
}
