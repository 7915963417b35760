using System.Globalization;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Map;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class OverviewModelTests
{
    public OverviewModelTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void Of_ThreeActiveRegions_SharesEveryClientAmongThem()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp);

        model.Rows.Sum(row => row.Share).ShouldBe(1, 1e-9);
        model.Rows.Select(row => row.Share).ShouldBeInOrder(SortDirection.Descending);
        model.Rows.Sum(row => row.Cities).ShouldBe(VantageCatalog.Cities.Length);
        model.Forecast.Median.ShouldNotBeNull().ShouldBeLessThan(model.Forecast.NinetyFifth!.Value);
    }

    [Fact]
    public void Of_ThreeActiveRegions_NeverAnswersLaterThanTheBestAlone()
    {
        var all = ClientForecast.Of(Example.Routes(), FleetHealth.AllUp);
        var alone = ClientForecast.Of(Example.Routes(Example.Sydney, Example.Virginia), FleetHealth.AllUp);

        all.Median!.Value.ShouldBeLessThan(alone.Median!.Value);
        all.NinetyFifth!.Value.ShouldBeLessThan(alone.NinetyFifth!.Value);
    }

    [Fact]
    public void Figures_Always_AreFourWithAComparisonEach()
    {
        var figures = OverviewModel.Of(Example.Routes(Example.Sydney), FleetHealth.AllUp).Figures;

        figures.Length.ShouldBe(4);
        figures.ShouldAllBe(figure => figure.Comparison.Length > 0);
        figures[0].Comparison.ShouldBe("2 active, 1 passive");
    }

    [Fact]
    public void Figures_WithOneActiveRegion_SayThatNobodyTakesOver()
    {
        var loss = OverviewModel.Of(Example.Routes(Example.Sydney, Example.Virginia), FleetHealth.AllUp).Figures[3];

        loss.Value.ShouldBe("No answer");
        loss.Tone.ShouldBe(FigureTone.Bad);
    }

    [Fact]
    public void Scene_WithASelectedRegion_DrawsACurveFromEachCityItServes()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp);

        var scene = OverviewScene.Of(model, Example.Sydney, question: null);

        scene.Arcs.Length.ShouldBe(model.Rows.Single(row => row.Region == Example.Sydney).Cities);
        scene.Clients.Length.ShouldBe(VantageCatalog.Cities.Length);
    }

    [Fact]
    public void Scene_WithAQuestion_DrawsTheOneCurveToTheAnswer()
    {
        var routes = Example.Routes();
        var question = Router.Route(VantageCatalog.Find("ng-lagos")!, routes, FleetHealth.AllUp);

        var arc = OverviewScene.Of(OverviewModel.Of(routes, FleetHealth.AllUp), selected: null, question).Arcs.ShouldHaveSingleItem();

        arc.Title.ShouldBe("Lagos to Ireland");
        arc.IsQuiet.ShouldBeFalse();
    }

    [Fact]
    public void Scene_OfAPassiveRegion_SaysSoInWords()
    {
        var region = OverviewScene.Of(
            OverviewModel.Of(Example.Routes(Example.Sydney), FleetHealth.AllUp), selected: null, question: null).Regions.Single(region =>
                region.Id == Example.Sydney);

        region.State.ShouldBe(MapRegionState.Passive);
        MapScene.TextOf(region).ShouldBe("Sydney · passive");
        region.Spoken.ShouldBe("Sydney, ap-southeast-2, passive");
    }

    [Fact]
    public void Labels_OfRegionsAtTheRim_StayOnTheMap()
    {
        var scene = OverviewScene.Of(OverviewModel.Of(Example.Routes(), FleetHealth.AllUp), selected: null, question: null);

        scene.Labels.ShouldAllBe(label => label.Left >= 0 && label.Right <= Mrap.Core.Maps.MapProjection.Width);
        scene.Labels.Single(label => label.Id == "ap-southeast-2").IsEndAnchored.ShouldBeTrue();
    }

    [Fact]
    public void RegionThatIsDown_ServesNobodyAndItsClientsGoToTheNext()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down));

        var ireland = model.Rows.Single(row => row.Region == Example.Ireland);
        (ireland.IsDown, ireland.IsActive, ireland.Share, ireland.Cities).ShouldBe((true, true, 0, 0));
        model.Rows.Where(row => !row.IsDown).Sum(row => row.Share).ShouldBe(1, tolerance: 0.0001);
        model.Forecast.Clients.ShouldAllBe(client => client.Region != Example.Ireland);
        model.Figures[0].Comparison.ShouldBe("3 active, 0 passive; 1 Region is down");
        model.Figures[0].Tone.ShouldBe(FigureTone.Bad);
        model.Figures[1].Comparison.ShouldNotContain("Ireland");
    }

    [Fact]
    public void Scene_OfARegionThatIsDown_CrossesIt()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down));

        var region = OverviewScene.Of(model, selected: null, question: null).Regions.Single(region => region.Id == Example.Ireland);

        (region.State, region.Note).ShouldBe((MapRegionState.Down, "down"));
        region.Spoken.ShouldBe("Ireland, eu-west-1, down, no clients");
    }

    [Fact]
    public void Scene_WithoutASelection_LetsTrafficFlowFromTheLargestPlaces()
    {
        var scene = OverviewScene.Of(OverviewModel.Of(Example.Routes(), FleetHealth.AllUp), selected: null, question: null);

        scene.Arcs.Length.ShouldBe(10);
        scene.Arcs.ShouldAllBe(arc => !arc.IsQuiet);
        scene.Arcs[0].Title.ShouldBe("Tokyo to Sydney");
        scene.Arcs.Select(arc => arc.Width).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Scene_OfLatency_ColoursPlacesByHowLongTheyWait()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp);

        var scene = OverviewScene.Of(model, selected: null, question: null, OverviewLayer.Latency);

        scene.Arcs.ShouldBeEmpty();
        foreach (var client in model.Forecast.Clients)
        {
            scene.Clients.Single(dot => dot.Id == client.Client.Id).Colour.ShouldBe(LatencyStep.Of(client.Milliseconds).Colour);
        }
    }

    [Fact]
    public void Scene_OfReplication_DrawsNoRuleThatIsNotKnown()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp);

        var scene = OverviewScene.Of(model, Example.Sydney, question: null, OverviewLayer.Replication);

        (scene.Arcs.Length, scene.Clients.Length, scene.Regions.Length).ShouldBe((0, 0, 3));
    }

    [Fact]
    public void Scene_OfADegradedRegion_SaysSoAndStillTellsItsShare()
    {
        var model = OverviewModel.Of(Example.Routes(), FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Degraded));

        var region = OverviewScene.Of(model, selected: null, question: null).Regions.Single(region => region.Id == Example.Ireland);

        region.State.ShouldBe(MapRegionState.Degraded);
        region.Lines[1].ShouldBe("active, though degraded");
        region.Lines[2].ShouldContain("% of clients");
        region.Lines[3].ShouldStartWith("mean latency ");
    }

    [Theory]
    [InlineData(0, "under 30 ms")]
    [InlineData(30, "30 to 60 ms")]
    [InlineData(149.9, "100 to 150 ms")]
    [InlineData(10_000, "150 ms and more")]
    public void LatencyStep_OfALatency_IsTheOneItIsUnder(double milliseconds, string text) =>
        LatencyStep.Of(milliseconds).Text.ShouldBe(text);
}
