using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Map;
using Mrap.Web.Tests.Pages;

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

    [Fact]
    public void Address_WithCoordinates_ExplainsWhereTheirRequestGoes()
    {
        _navigator.NavigateTo("/access-points/media-global?from=-41.3,174.8");

        var page = RenderTab();

        page.Find(".route-answer strong").TextContent.ShouldBe("Sydney");
        page.ByRole("link", "Explain this route").GetAttribute("href").ShouldBe(
            "/routes?accessPoint=media-global&from=-41.3%2C174.8");
        page.FindAll(".map-clients .asked").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Place_Clicked_IsPutInTheAddress()
    {
        _navigator.NavigateTo("/access-points/media-global");
        var page = RenderTab();
        var map = page.FindComponent<WorldMap>().Instance;
        var lagos = MapProjection.Project(VantageCatalog.Find("ng-lagos")!.Position);
        var sea = MapProjection.Project(new GeoPoint(-48.9, -123.4));

        await page.InvokeAsync(() => map.OnPlaceAsync(lagos.X, lagos.Y));
        _navigator.Uri.ShouldEndWith("/access-points/media-global?from=ng-lagos");
        await page.InvokeAsync(() => map.OnPlaceAsync(sea.X, sea.Y));

        _navigator.Uri.ShouldContain("?from=-48.9%2C-123.4");
        Elapse(() => page.Find(".route-answer strong").TextContent.ShouldBe("Sydney"));
    }

    [Fact]
    public async Task WhatIf_Pressed_ShowsWhoTakesOverAndChangesNothing()
    {
        _navigator.NavigateTo("/access-points/media-global");
        var page = RenderTab();

        await page.InvokeAsync(() => page.AllByRole("button", "If Ireland went down")[0].Click());

        _navigator.Uri.ShouldEndWith("?down=eu-west-1");
        Elapse(() => page.ByRole("heading", "If Ireland went down"));
        page.Find(".what-if").TextContent.ShouldContain("of clients are served by another Region than before.");
        page.Find("svg.map").GetAttribute("aria-label").ShouldNotBeNull().ShouldStartWith("World map as it would be without Ireland.");
        page.FindAll(".share-after").ShouldNotBeEmpty();
        page.FindAll("tbody .status").Select(status => status.TextContent.Trim()).ShouldAllBe(text => text == "Active");
        await page.InvokeAsync(() => page.ByRole("button", "Put it back").Click());
        _navigator.Uri.ShouldEndWith("/access-points/media-global");
    }

    [Fact]
    public async Task WhatIf_PointedAt_IsShownUntilItIsLeft()
    {
        var page = RenderTab();

        await page.InvokeAsync(() => page.Find(".region-table [aria-label='If down: Sydney']").Focus());
        page.ByRole("heading", "If Sydney went down");
        await page.InvokeAsync(() => page.Find(".region-table [aria-label='If down: Sydney']").Blur());

        page.ByRole("heading", "If a Region went down");
    }

    [Fact]
    public async Task Live_Paused_HoldsWhatIsShownAndCountsWhatIsMissed()
    {
        _navigator.NavigateTo("/access-points/media-global?from=ng-lagos");
        var page = RenderTab();
        await page.InvokeAsync(() => page.ByRole("button", "Pause").Click());

        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);

        Elapse(() => page.Find(".live-state").TextContent.ShouldContain("1 change while paused"));
        page.Find(".route-answer strong").TextContent.ShouldBe("Ireland");
        await page.InvokeAsync(() => page.ByRole("button", "Resume").Click());
        Elapse(() => page.Find(".route-answer strong").TextContent.ShouldBe("N. Virginia"));
        page.Find(".live-state").TextContent.ShouldContain("live");
    }

    [Fact]
    public async Task Layers_Chosen_AreInTheAddressAndExplained()
    {
        _navigator.NavigateTo("/access-points/media-global");
        var page = RenderTab();

        await page.InvokeAsync(() => page.ByRole("button", "Latency").Click());
        _navigator.Uri.ShouldEndWith("?layer=latency");
        Elapse(() => page.Find(".map-legend").TextContent.ShouldContain("150 ms and more"));
        await page.InvokeAsync(() => page.ByRole("button", "Replication").Click());

        Elapse(() => page.Find(".layer-empty").TextContent.ShouldContain("The rules of "));
        page.FindAll(".map-arcs path.line").ShouldBeEmpty();
    }

    [Fact]
    public async Task Against_OneBucketAlone_IsTheBestUntilAnotherIsChosen()
    {
        _navigator.NavigateTo("/access-points/media-global");
        var page = RenderTab();
        page.Find(".against option[selected]").TextContent.ShouldBe("Ireland, the best");

        await page.InvokeAsync(() => page.Find(".against select").Change("ap-southeast-2"));

        _navigator.Uri.ShouldEndWith("?against=ap-southeast-2");
        Elapse(() => page.Find(".against .note").TextContent.ShouldContain("the one bucket in Sydney, taken as up."));
        page.FindAll(".against tbody tr").Count.ShouldBeGreaterThanOrEqualTo(10);
        page.FindAll(".against .comparison.good").ShouldNotBeEmpty();
    }

    [Fact]
    public void Seen_WhereNoSandboxAnswers_SaysWhyAndCountsNothing()
    {
        var page = RenderTab();

        Elapse(() => page.Find(".seen").TextContent.ShouldContain("The latest requests could not be read."));
        page.FindAll(".seen table").ShouldBeEmpty();
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
