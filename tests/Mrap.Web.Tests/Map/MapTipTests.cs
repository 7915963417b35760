using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Web.Components.Map;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Map;

public sealed class MapTipTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_EveryRegionInView_StaysInsideOfTheFrame(double zoom)
    {
        foreach (var region in RegionCatalog.All.Select(region => MapExample.Of(region, MapRegionState.Active)))
        {
            var view = MapView.Of(region.At.X - (MapProjection.Width / zoom / 2), region.At.Y - (MapProjection.Height / zoom / 2), zoom);

            var tip = MapTip.Of(region, 15, view);

            var (x, y) = ((region.At.X - view.X) * zoom, (region.At.Y - view.Y) * zoom);
            (x + tip.Left).ShouldBeInRange(0, MapProjection.Width - tip.Width);
            (y + tip.Top).ShouldBeInRange(0, MapProjection.Height - tip.Height);
            (tip.Top >= 15 || tip.Top + tip.Height <= -15).ShouldBeTrue("beside the marker");
        }
    }

    [Fact]
    public void Lines_WithoutDetails_AreTheCodeAndTheNote()
    {
        var region = MapExample.Of(RegionCatalog.Find(RegionId.Parse("eu-west-1").Value)!, MapRegionState.Active);

        (region with { Details = default }).Lines.ShouldBe(["eu-west-1", "34 %"]);
        (region with { Details = [], Note = string.Empty }).Lines.ShouldBe(["eu-west-1"]);
    }
}
