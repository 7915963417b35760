using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Overview;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class OverviewTabTests : PageContext
{
    private readonly NavigationManager _navigator;

    public OverviewTabTests()
    {
        RenderPopovers();
        _navigator = Services.GetRequiredService<NavigationManager>();
    }

    [Fact]
    public void Map_OfThreeRegions_NamesEachWithItsShare()
    {
        var page = RenderTab();

        var buttons = page.FindAll("svg.map [role=button]");

        buttons.Select(Name).ShouldBe(
            ["Sydney, ap-southeast-2, active", "Ireland, eu-west-1, active", "N. Virginia, us-east-1, active"], ignoreOrder: false);
        page.Find("svg.map").GetAttribute("aria-label").ShouldNotBeNull().ShouldStartWith("World map. Ireland");
    }

    [Fact]
    public void Map_Always_HasOneRegionInTheTabOrder() =>
        RenderTab().FindAll("svg.map [role=button]").Count(button => button.GetAttribute("tabindex") == "0").ShouldBe(1);

    [Fact]
    public async Task ArrowLeft_FromIreland_MovesTheTabStopToVirginia()
    {
        var page = RenderTab();

        await PressAsync(page, "Ireland", "ArrowLeft");

        Region(page, "N. Virginia").GetAttribute("tabindex").ShouldBe("0");
        Region(page, "Ireland").GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public async Task Enter_OnARegion_PutsItInTheAddress()
    {
        _navigator.NavigateTo("/access-points/media-global");
        var page = RenderTab();

        await PressAsync(page, "Sydney", "Enter");

        _navigator.Uri.ShouldEndWith("/access-points/media-global?region=ap-southeast-2");
    }

    [Fact]
    public void Address_WithARegionAndTheTable_ShowsThem()
    {
        _navigator.NavigateTo("/access-points/media-global?view=table&region=ap-southeast-2");

        var page = RenderTab();

        page.FindAll("svg.map").ShouldBeEmpty();
        page.FindAll("button[aria-pressed=true]").Select(button => button.TextContent.Trim()).ShouldBe(["Table", "Sydney"]);
    }

    [Fact]
    public void Address_WithAVantage_ExplainsWhereItsRequestGoes()
    {
        _navigator.NavigateTo("/access-points/media-global?from=ng-lagos");

        var answer = RenderTab().Find(".route-answer");

        answer.GetAttribute("role").ShouldBe("status");
        answer.QuerySelector("strong").ShouldNotBeNull().TextContent.ShouldBe("Ireland");
        answer.QuerySelectorAll("li").Length.ShouldBe(3);
    }

    [Fact]
    public void Address_WithNonsense_ShowsThePlainOverview()
    {
        _navigator.NavigateTo("/access-points/media-global?from=atlantis&region=eu-central-1&view=globe");

        var page = RenderTab();

        page.FindAll(".route-answer").ShouldBeEmpty();
        page.FindAll("svg.map [aria-pressed=true]").ShouldBeEmpty();
    }

    [Fact]
    public void Region_GoingDownAndComingBack_IsShownWithoutAReload()
    {
        _navigator.NavigateTo("/access-points/media-global?from=ng-lagos");
        var page = RenderTab();
        page.Find(".route-answer strong").TextContent.ShouldBe("Ireland");

        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);

        Elapse(() => page.Find(".route-answer strong").TextContent.ShouldBe("N. Virginia"));
        Name(Region(page, "Ireland")).ShouldBe("Ireland, eu-west-1, down");
        page.FindAll("tbody tr").Single(
            row => row.TextContent.Contains("Ireland", StringComparison.Ordinal)).TextContent.ShouldContain("Down");
        page.Find("svg.map").GetAttribute("aria-label").ShouldNotBeNull().ShouldContain("Ireland down");

        Fleet.Health = FleetHealth.AllUp;

        Elapse(() => page.Find(".route-answer strong").TextContent.ShouldBe("Ireland"));
    }

    [Fact]
    public void Note_WhereNobodyTellsTheHealth_SaysThatAllCountAsUp()
    {
        Fleet.IsKnown = false;

        RenderTab().Find("p.note").TextContent.ShouldContain("AWS does not tell how its Regions are: all count as up.");
    }

    private static string Name(IElement button) => string.Join(", ", button.GetAttribute("aria-label")!.Split(", ").Take(3));

    private static IElement Region(IRenderedComponent<OverviewTab> page, string name) =>
        page.FindAll("svg.map [role=button]").Single(
            button => button.GetAttribute("aria-label")!.StartsWith(name, StringComparison.Ordinal));

    // On the page's own thread: the health of the Regions may come between finding a button and pressing it.
    private static Task PressAsync(IRenderedComponent<OverviewTab> page, string region, string key) =>
        page.InvokeAsync(() => Region(page, region).KeyDown(key));

    private IRenderedComponent<OverviewTab> RenderTab() =>
        Render<OverviewTab>(tab => tab.Add(parameters => parameters.Details, Example.Details()));
}
