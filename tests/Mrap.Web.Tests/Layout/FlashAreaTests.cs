using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Layout;

namespace Mrap.Web.Tests.Layout;

public sealed class FlashAreaTests : PageContext
{
    [Fact]
    public async Task Messages_ByKind_AreAnnouncedPolitelyOrAtOnce()
    {
        var flashes = Services.GetRequiredService<Flashes>();
        var area = Render<FlashArea>();

        flashes.Success("made", "Made", "View", "/there");
        flashes.Error("lost", "Lost");

        await area.WaitForAssertionAsync(() => area.Find("[role=alert]").TextContent.ShouldContain("Lost"));
        area.Find("[role=status] a").GetAttribute("href").ShouldBe("/there");
        area.Find("[role=status]").TextContent.ShouldContain("Made");
    }

    [Fact]
    public async Task Dismiss_OfAMessage_TakesItAway()
    {
        var flashes = Services.GetRequiredService<Flashes>();
        flashes.Error("lost", "Lost");
        var area = Render<FlashArea>();

        area.Find("[aria-label=Dismiss]").Click();

        await area.WaitForAssertionAsync(() => area.FindAll("[aria-label=Dismiss]").ShouldBeEmpty());
        flashes.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Link_OfAMessage_Followed_TakesTheMessageAway()
    {
        var flashes = Services.GetRequiredService<Flashes>();
        flashes.Success("made", "Made", "View", "/there");
        var area = Render<FlashArea>();

        area.Find("a").Click();

        await area.WaitForAssertionAsync(() => area.FindAll("a").ShouldBeEmpty());
    }
}
