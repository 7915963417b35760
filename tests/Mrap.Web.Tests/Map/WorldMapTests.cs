using Bunit;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Web.Components.Map;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Map;

public sealed class WorldMapTests : PageContext
{
    [Fact]
    public void Map_OfTheLargestScene_HasEveryElement()
    {
        var map = Render(MapExample.Full());

        map.FindAll("[role=button]").Count.ShouldBe(17);
        map.FindAll(".map-mark").Count.ShouldBe(17);
        map.FindAll(".map-labels text").Count.ShouldBe(17);
        map.FindAll(".map-arcs .line").Count.ShouldBe(272);
        map.FindAll(".map-arcs .arrow").Count.ShouldBe(272);
        map.FindAll(".map-clients circle").Count.ShouldBe(180);
    }

    [Fact]
    public void Regions_OfEveryState_AreToldApartWithoutColour()
    {
        var marks = Render(MapExample.Of(
            MapRegionState.Active, MapRegionState.Passive, MapRegionState.Down, MapRegionState.Degraded)).FindAll(".map-mark");

        marks.Select(mark => mark.ClassList[1]).ShouldBe(["active", "passive", "down", "degraded"]);
        marks.Select(mark => mark.QuerySelectorAll(".cross").Length).ShouldBe([0, 0, 1, 0]);
        marks.Select(mark => mark.QuerySelectorAll(".badge").Length).ShouldBe([0, 0, 0, 1]);
    }

    [Fact]
    public void Region_IsAButtonWithItsNameAndState_AndTellsMoreOfItself()
    {
        var region = Render(MapExample.Of(MapRegionState.Degraded)).Find("[role=button]");

        region.GetAttribute("aria-label")!.ShouldEndWith(", degraded");
        region.QuerySelectorAll(".map-tip text").Select(line => line.TextContent).Skip(1)
            .ShouldBe(["Active", "34 % of clients", "Median 61 ms"]);
    }

    [Fact]
    public void Region_Clicked_IsSelected()
    {
        RegionId? selected = null;
        var map = Render(MapExample.Of(MapRegionState.Active), map => map.Add(it => it.SelectedChanged, region => selected = region));

        map.Find("[role=button]").Click();

        selected.ShouldBe(RegionCatalog.All.First(region => region.IsOriginal && region.IsCommercial).Id);
    }

    [Fact]
    public void Controls_AreButtonsWithNames() =>
        Render(MapExample.Full()).FindAll("button").Select(button => button.GetAttribute("aria-label"))
            .ShouldBe(["Zoom in", "Zoom out", "Show the whole map", "Pacific in the middle"]);

    [Fact]
    public void View_OfTheWholeMap_IsWrittenWithoutSigns() =>
        Render(MapExample.Full()).Find(".map-world").GetAttribute("transform").ShouldBe("scale(1) translate(0 0)");

    [Fact]
    public void View_Given_IsDrawn()
    {
        var map = Render(MapExample.Full(), map => map.Add(it => it.View, MapView.Of(100, 50, 2)));

        map.Find(".map-world").GetAttribute("transform").ShouldBe("scale(2) translate(-100 -50)");
        map.Find("svg").GetAttribute("style").ShouldBe("--map-zoom: 2");
    }

    [Fact]
    public async Task MovementInTheBrowser_Ended_IsToldAndKept()
    {
        var told = new List<MapView>();
        var map = Render(MapExample.Full(), map => map.Add(it => it.ViewChanged, told.Add));

        await map.InvokeAsync(() => map.Instance.OnMovedAsync(100, 50, 2));

        told.ShouldBe([MapView.Of(100, 50, 2)]);
        map.Find(".map-world").GetAttribute("transform").ShouldBe("scale(2) translate(-100 -50)");
    }

    [Fact]
    public void Pacific_Pressed_GoesIntoTheMiddle()
    {
        var told = new List<MapView>();
        var map = Render(MapExample.Full(), map => map.Add(it => it.ViewChanged, told.Add));
        var before = Transforms(map);

        map.Find("[aria-pressed][aria-label='Pacific in the middle']").Click();

        told.ShouldHaveSingleItem().ToString().ShouldBe("0,0,1,p");
        map.Find("[aria-label='Pacific in the middle']").GetAttribute("aria-pressed").ShouldBe("true");
        map.Find("use").GetAttribute("href")!.ShouldStartWith("/map/land-pacific.svg");
        Transforms(map).ShouldNotBe(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Place_Clicked_IsTold(bool isPacific)
    {
        var centre = isPacific ? MapCentre.Pacific : MapCentre.Greenwich;
        var told = new List<GeoPoint>();
        var map = Render(
            MapExample.Full(), map => map.Add(it => it.View, MapView.Of(0, 0, 1, centre)).Add(it => it.PlaceChosen, told.Add));
        var at = MapProjection.Project(new GeoPoint(6.5, 3.4), centre);

        await map.InvokeAsync(() => map.Instance.OnPlaceAsync(at.X, at.Y));
        await map.InvokeAsync(() => map.Instance.OnPlaceAsync(-50, 0));

        var place = told.ShouldHaveSingleItem();
        place.Latitude.ShouldBe(6.5, 0.01);
        place.Longitude.ShouldBe(3.4, 0.01);
    }

    private static List<string?> Transforms(IRenderedComponent<WorldMap> map) =>
        [.. map.FindAll("[role=button]").Select(region => region.GetAttribute("transform"))];

    private IRenderedComponent<WorldMap> Render(MapScene scene, Action<ComponentParameterCollectionBuilder<WorldMap>>? parameters = null) =>
        Render<WorldMap>(map =>
        {
            map.Add(it => it.Scene, scene).Add(it => it.Label, "World map");
            parameters?.Invoke(map);
        });
}
