using Bunit;
using Mrap.Testing;
using Mrap.Web.Components.Dashboard;

namespace Mrap.Web.Tests.Pages;

/// <summary>The start page over a real sandbox.</summary>
public sealed class DashboardPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port, areConditionsReal: true),
    IClassFixture<SandboxPages>
{
    [Fact]
    public void Page_OfAnAccessPoint_ShowsItsStateRegionsAndRouting()
    {
        var page = Open<DashboardPage>("/");

        Eventually(page, () => page.ByRole("link", "media").GetAttribute("href").ShouldBe("/access-points/media"));
        Eventually(page, () => page.Find("tbody").TextContent.ShouldContain("Active-active"));
        page.FindAll("svg.map [role=button]").Select(region => region.GetAttribute("aria-label")).ShouldBe(
        [
            "Ireland, eu-west-1, 1 access point, active in 1", "N. Virginia, us-east-1, 1 access point, active in 1",
        ]);
        page.FindAll(".figure-card").Count.ShouldBe(4);
        page.FindAll(".figure-card .comparison").ShouldAllBe(comparison => comparison.TextContent.Length > 0);
    }

    [Fact]
    public async Task Requests_ThatWereMade_AreCountedAndDrawn()
    {
        var page = Open<DashboardPage>("/");

        await GetAsync("hello.txt");

        Eventually(page, () => page.FindAll("td[data-label='Requests, last hour']").ShouldHaveSingleItem().TextContent.ShouldNotBe("0"));
        Eventually(page, () => page.FindAll(".map-legend li").Select(sign => sign.TextContent.Trim())
            .ShouldContain("requests of the last hour, the wider the more"));
    }

    [Fact]
    public async Task Fault_OfARegion_IsOnTheMapInTheTableAndInWords()
    {
        var page = Open<DashboardPage>("/");
        Eventually(page, () => page.ByRole("link", "media"));
        await ConditionAsync("{\"state\":\"down\"}");

        Eventually(page, () => page.Find("td[data-label=Faults]").TextContent.Trim().ShouldBe("Ireland"));
        page.FindAll("svg.map [role=button]")[0].GetAttribute("aria-label").ShouldNotBeNull().ShouldEndWith(", down");
        page.Markup.ShouldContain("Ireland is down.");

        await ConditionAsync("{\"state\":\"up\"}");
        Eventually(page, () => page.Find("td[data-label=Faults]").TextContent.Trim().ShouldBe("none"));
    }

    [Fact]
    public async Task Region_OfTheAddress_NarrowsTheTable()
    {
        var page = Open<DashboardPage>("/?region=sa-east-1");

        Eventually(page, () => page.Markup.ShouldContain("No access point has a bucket there."));
        await PressAsync(page, "Show all");

        Navigator.Uri.ShouldEndWith("/");
        Eventually(page, () => page.ByRole("link", "media"));
    }

    private async Task ConditionAsync(string text) =>
        await sandbox.Client.SendAsync(WireRequest.Of("PUT", "/_sandbox/regions/eu-west-1", text) with { IsSigned = false });

    private Task<WireAnswer> GetAsync(string key) =>
        sandbox.Client.SendAsync(SandboxClient.AccessPoint(sandbox.Alias, "GET", $"/{key}", "ng-lagos"));
}
