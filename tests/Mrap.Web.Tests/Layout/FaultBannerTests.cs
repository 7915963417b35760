using Bunit;
using Mrap.Core.Faults;
using Mrap.Core.Routing;
using Mrap.Testing;
using Mrap.Web.Components.Layout;
using Mrap.Web.Tests.Pages;

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
    public void Banner_WhileARegionIsDown_NamesItAndOffersTheWayBack()
    {
        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);

        var banner = Render<FaultBanner>();

        banner.WaitForAssertion(() => banner.Find("[role=status] strong").TextContent.ShouldBe("Ireland is down."));
        banner.ByRole("button", "End all faults");
        banner.ByRole("link", "Regions and faults").GetAttribute("href").ShouldBe("/sandbox");
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
    public void Banner_OfARegionThatIsOnlySlow_SaysHowSlow()
    {
        Fleet.Conditions = FleetConditions.AllSound.With(
            Example.Ireland, RegionCondition.Sound with { LatencyMs = 150, JitterMs = 50, ErrorRate = 0.2 });

        var banner = Render<FaultBanner>();

        banner.WaitForAssertion(
            () => banner.Find("strong").TextContent
                .ShouldBe("Ireland is 150 ms slower, give or take 50, failing 20 % of requests."));
    }

    [Fact]
    public void Banner_ForAViewer_OffersNoWayBack()
    {
        Acting.Current = ActingAs.Viewer;
        Fleet.Health = FleetHealth.AllUp.With(Example.Ireland, RegionHealth.Down);

        var banner = Render<FaultBanner>();

        banner.WaitForAssertion(() => banner.Find("strong"));
        banner.FindAll("button").ShouldBeEmpty();
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
