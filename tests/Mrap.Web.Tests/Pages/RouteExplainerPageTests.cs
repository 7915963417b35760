using Bunit;
using Mrap.Web.Components.RouteExplainer;

namespace Mrap.Web.Tests.Pages;

/// <summary>The route explainer over a real sandbox.</summary>
public sealed class RouteExplainerPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port, areConditionsReal: true),
    IClassFixture<SandboxPages>
{
    [Fact]
    public void Address_OfAPlace_RanksTheRegionsAndSaysWhy()
    {
        var page = OpenPage("?accessPoint=media&from=ng-lagos");

        Eventually(page, () => page.Find(".route-sentence").TextContent.ShouldContain(
            "Ireland (eu-west-1) serves Lagos: the nearest active Region."));
        page.FindAll(".candidates tbody th .name").Select(name => name.TextContent).ShouldBe(["Ireland", "N. Virginia"]);
        page.FindAll("td[data-label=Latency]").ShouldAllBe(cell => cell.TextContent.Contains("estimate"));
        page.Find(".code-line code").TextContent.ShouldBe(
            "curl -s 'http://localhost:5081/_sandbox/route?accessPoint=media&vantage=ng-lagos'");
        page.Find("svg.map").GetAttribute("aria-label").ShouldNotBeNull().ShouldContain("serves Lagos");
    }

    [Fact]
    public void Address_OfARegionAndAKey_TellsMeasuredLatencyAndWhoHasTheObject()
    {
        var page = OpenPage("?accessPoint=media&from=us-east-1&key=hello.txt");

        Eventually(page, () => page.FindAll("td[data-label=Object]").Select(cell => cell.TextContent.Trim())
            .ShouldBe(["Has it", "Has it"]));
        page.FindAll("td[data-label=Latency]").ShouldAllBe(cell => cell.TextContent.Contains("measured"));
        page.ByRole("link", "Send this request").GetAttribute("href").ShouldBe(
            "/access-points/media/requests?op=get&key=hello.txt&vantage=us-east-1");
    }

    [Fact]
    public async Task Key_ThatNoBucketHas_IsSaidToBecomeA404()
    {
        var page = OpenPage("?from=-33.9,18.4");
        Eventually(page, () => page.Find(".route-sentence").TextContent.ShouldContain("33.9° S, 18.4° E"));

        await page.InvokeAsync(() => page.ByLabel("For the object (optional)").Input("missing.txt"));
        await page.InvokeAsync(() => page.ByRole("form", "Route to explain").Submit());

        Eventually(page, () => page.Markup.ShouldContain("No bucket of the access point has it."));
        Navigator.Uri.ShouldEndWith("?from=-33.9%2C18.4&key=missing.txt");
    }

    [Fact]
    public void Address_WithoutAPlace_AsksForOne()
    {
        var page = OpenPage(string.Empty);

        Eventually(page, () => page.Markup.ShouldContain("Choose a place, or click one on the map."));
        page.FindAll(".candidates").ShouldBeEmpty();
    }

    [Fact]
    public void AccessPoint_ThatIsNotThere_IsSaid()
    {
        var page = OpenPage("?accessPoint=nothing-here&from=ng-lagos");

        Eventually(page, () => page.Markup.ShouldContain("There is no access point"));
        page.FindAll(".candidates").ShouldBeEmpty();
    }

    private IRenderedComponent<RouteExplainerPage> OpenPage(string query) => Open<RouteExplainerPage>("/routes" + query);
}
