using Bunit;
using Mrap.Web.Components.AccessPoints.Details;
using MudBlazor;

namespace Mrap.Web.Tests.Pages;

/// <summary>The metrics tab over a real sandbox.</summary>
public sealed class MetricsTabTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public void Tab_WithNothingPublished_SaysWhatIsMissingAndWhatItCosts()
    {
        var page = OpenTab();

        Eventually(page, () => page.ByRole("heading", "Request metrics are off in 2 of 2 buckets"));
        Eventually(page, () => page.Markup.ShouldContain("No request was counted in this time."));
        page.Find(".enable-metrics").TextContent.ShouldContain("Adds 32 metrics to CloudWatch: at most $9.60 a month.");
        page.Find(".metrics-notes").TextContent.ShouldContain("those made to a bucket directly are in it too");
        page.Markup.ShouldContain("No replication rule between the buckets publishes metrics.");
    }

    [Fact]
    public async Task Region_IsKeptInTheAddress()
    {
        var page = OpenTab("?range=1h");
        Eventually(page, () => page.ByLabel("Region"));

        await page.InvokeAsync(() => page.ByLabel("Region").Change("eu-west-1"));

        Eventually(page, () => Navigator.Uri.ShouldEndWith("/metrics?range=1h&region=eu-west-1"));
    }

    [Fact]
    public async Task Time_BetweenFields_IsKeptInTheAddress()
    {
        var page = OpenTab();
        Eventually(page, () => page.ByLabel("From (UTC)"));

        await page.InvokeAsync(() => page.ByLabel("From (UTC)").Change("2026-11-27T09:00"));
        await page.InvokeAsync(() => page.ByLabel("To (UTC)").Change("2026-11-27T10:30"));
        await page.InvokeAsync(() => page.Find(".metrics-between").Submit());

        Eventually(page, () => Navigator.Uri.ShouldEndWith("/metrics?from=2026-11-27T09%3A00Z&to=2026-11-27T10%3A30Z"));
    }

    [Fact]
    public async Task Time_ThatEndsBeforeItBegins_IsRefusedInWords()
    {
        var page = OpenTab();
        Eventually(page, () => page.ByLabel("From (UTC)"));

        await page.InvokeAsync(() => page.ByLabel("From (UTC)").Change("2026-11-27T10:30"));
        await page.InvokeAsync(() => page.ByLabel("To (UTC)").Change("2026-11-27T09:00"));
        await page.InvokeAsync(() => page.Find(".metrics-between").Submit());

        Eventually(page, () => page.ByRole("alert").TextContent.ShouldContain("must end at least a minute after it begins"));
        Navigator.Uri.ShouldEndWith("/metrics");
    }

    [Fact]
    public async Task Alarm_IsReviewedMadeListedAndDeleted()
    {
        var page = OpenTab();
        Eventually(page, () => page.Markup.ShouldContain("An alarm tells when replication falls behind"));
        await PressAsync(page, "New alarm…");

        await page.InvokeAsync(() => page.ByLabel("Threshold, % of requests").Change("-1"));
        await page.InvokeAsync(() => page.Find(".alarm-form").Submit());
        Eventually(page, () => page.Find("#alarm-error").TextContent.ShouldContain("must be a number above 0 and at most 100"));
        await page.InvokeAsync(() => page.ByLabel("Threshold, % of requests").Change("5"));
        await page.InvokeAsync(() => page.Find(".alarm-form").Submit());
        Eventually(page, () => page.Find(".alarm-form").TextContent.ShouldContain("mrap/media/server-errors/media-eu-west-1"));
        await page.InvokeAsync(() => page.Find(".alarm-form").Submit());

        Eventually(page, () => page.Find(".alarm-name").TextContent.ShouldBe("mrap/media/server-errors/media-eu-west-1"));
        page.Find("[data-label=Watches]").TextContent.Trim().ShouldStartWith("5xxErrors above 5");
        await PressAsync(page, "Delete mrap/media/server-errors/media-eu-west-1");
        await PressAsync(page, "Delete it");
        Eventually(page, () => page.FindAll(".alarm-name").ShouldBeEmpty());
    }

    private IRenderedComponent<AccessPointPage> OpenTab(string query = "")
    {
        Render<MudDialogProvider>();
        return Open<AccessPointPage>(
            $"/access-points/media/metrics{query}",
            parameters => parameters.Add(page => page.Name, "media").Add(page => page.Tab, "metrics"));
    }
}
