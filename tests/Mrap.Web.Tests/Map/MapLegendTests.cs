using Bunit;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Tests.Map;

public sealed class MapLegendTests : PageContext
{
    [Fact]
    public void Legend_OfAScene_TellsWhatIsOnItAndNothingElse()
    {
        Texts(MapExample.Of(MapRegionState.Active, MapRegionState.Degraded))
            .ShouldBe(["active, its area is its share of clients", "degraded: late, or failing in part"]);
        Texts(new MapScene([], [], [])).ShouldBeEmpty();
        Texts(MapExample.Full()).Count.ShouldBe(6);
    }

    [Fact]
    public void Legend_OfArcs_TellsEachStateOnce()
    {
        var arc = MapExample.Full().Arcs[0];

        Texts(new MapScene([], [], [arc, arc with { Id = "b" }, arc with { State = MapArcState.Lagging }, arc with { IsQuiet = true }]))
            .ShouldBe(["from a city to its Region", "the way of a request, moving in its direction", "late"]);
    }

    private List<string> Texts(MapScene scene) =>
        [.. Render<MapLegend>(legend => legend.Add(it => it.Scene, scene)).FindAll("li").Select(item => item.TextContent.Trim())];
}
