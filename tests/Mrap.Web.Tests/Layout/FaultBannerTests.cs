using Bunit;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.Layout;

namespace Mrap.Web.Tests.Layout;

public sealed class FaultBannerTests : PageContext
{
    [Fact]
    public void Banner_WhileEveryRegionIsUp_IsNotThere()
    {
        var banner = Render<FaultBanner>();

        banner.Markup.Trim().ShouldBeEmpty();
    }

    [Fact]
    public void Banner_WhileARegionIsDown_NamesItAndTheWayBack()
    {
        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);

        var banner = Render<FaultBanner>();

        banner.WaitForAssertion(() => banner.Find("[role=status] strong").TextContent.ShouldBe("Ireland is down."));
        banner.Find("code").TextContent.ShouldBe("curl -X PUT http://localhost:5081/_sandbox/regions/eu-west-1 -d '{\"state\":\"up\"}'");
    }

    [Fact]
    public void Banner_OfSeveralRegions_SaysWhichAreDownAndWhichDegraded()
    {
        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down).With(Example.Virginia, RegionHealth.Degraded)
            .With(Example.Sydney, RegionHealth.Down);

        var banner = Render<FaultBanner>();

        banner.WaitForAssertion(
            () => banner.Find("strong").TextContent.ShouldBe("Sydney and Ireland are down. N. Virginia is degraded."));
    }

    [Fact]
    public void Banner_WhenTheRegionIsBack_Goes()
    {
        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);
        var banner = Render<FaultBanner>();
        banner.WaitForAssertion(() => banner.FindAll("[role=status]").Count.ShouldBe(1));

        Fleet.Health = FleetHealth.AllUp;

        Elapse(() => banner.FindAll("[role=status]").ShouldBeEmpty());
    }
}
