using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Web.Circuit;
using Mrap.Web.Components.AccessPoints.Details;
using MudBlazor;

namespace Mrap.Web.Tests.Pages;

/// <summary>The failover tab over a real sandbox. Each test leaves the routes as it found them.</summary>
public sealed class FailoverTabTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    private IRenderedComponent<MudDialogProvider> Dialogs { get; set; } = null!;

    [Fact]
    public void Tab_WithoutAChange_OffersNothingToSubmit()
    {
        var page = OpenTab();

        page.ByRole("button", "Review and change…").HasAttribute("disabled").ShouldBeTrue();
        page.Markup.ShouldContain("Nobody has changed the routes with this console yet.");
    }

    [Fact]
    public async Task Wish_PutsItIntoTheAddressAndPredicts()
    {
        var page = OpenTab();

        await WishAsync(page, "Ireland", "Passive");

        Eventually(page, () => Navigator.Uri.ShouldEndWith("/failover?passive=eu-west-1"));
        Eventually(page, () => page.Markup.ShouldContain("of clients are served by another Region than before."));
        page.ByRole("button", "Review and change…").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public void Wish_ThatLeavesNoRegionActive_SaysWhatAwsWouldAnswer()
    {
        var page = OpenTab("?passive=eu-west-1,us-east-1");

        Eventually(page, () => page.Find(".refusal").TextContent.ShouldContain("At least one Region must stay active"));
        page.Find(".refusal").TextContent.ShouldContain("400 InvalidRequest");
        page.ByRole("button", "Review and change…").HasAttribute("disabled").ShouldBeTrue();
    }

    [Theory]
    [InlineData("?passive=mars", "passive")]
    [InlineData("?active=,", "active")]
    [InlineData("?confirm=yes", "confirm")]
    public void Address_ThatMeansNothing_IsDroppedInWords(string query, string part)
    {
        OpenTab(query);

        Services.GetRequiredService<Flashes>().All.ShouldContain(flash => flash.Text.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Readiness_NamesWhatWouldBeNoticed()
    {
        var page = OpenTab("?passive=eu-west-1");

        Eventually(page, () => page.Find(".readiness-verdict").TextContent.ShouldContain("No-go"));
        page.Find(".readiness").TextContent.ShouldContain("Versioning is not enabled in media-eu-west-1");
    }

    [Fact]
    public async Task Change_Confirmed_IsMadeFollowedListedAndTakenBack()
    {
        var page = OpenTab("?passive=eu-west-1&confirm=1");
        Eventually(page, () => Dialogs.ByRole("button", "Change routes"));
        Dialogs.Markup.ShouldContain("Ireland stops taking traffic.");
        Dialogs.Markup.ShouldContain("aws s3control submit-multi-region-access-point-routes --region us-east-1");

        await PressAsync(Dialogs, "Change routes");

        Eventually(page, () => page.Find(".propagation").TextContent.ShouldContain("Seen everywhere"));
        page.Find(".propagation").TextContent.ShouldContain("Taken by N. Virginia (us-east-1).");
        Eventually(page, () => page.Markup.ShouldContain("1 of 2 active"));
        Eventually(page, () => page.Markup.ShouldContain("Ireland stops taking traffic."));

        await page.InvokeAsync(() => page.Find(".propagation button").Click());
        Eventually(page, () => Dialogs.Markup.ShouldContain("Ireland begins to take traffic."));
        await PressAsync(Dialogs, "Change routes");

        Eventually(page, () => page.Markup.ShouldContain("2 of 2 active"));
    }

    [Fact]
    public void Viewer_SeesAndChangesNothing()
    {
        Acting.Current = ActingAs.Viewer;

        var page = OpenTab();

        page.Markup.ShouldContain("Changing routes takes the role Operator.");
        page.AllByRole("group", "Ireland shall be").ShouldBeEmpty();
    }

    private static Task WishAsync(IRenderedComponent<AccessPointPage> page, string region, string word) => page.InvokeAsync(
        () => page.FindAll($"[role=group][aria-label='{region} shall be'] button").Single(button => button.TextContent == word).Click());

    private IRenderedComponent<AccessPointPage> OpenTab(string query = "")
    {
        Dialogs = Render<MudDialogProvider>();
        var page = Open<AccessPointPage>(
            "/access-points/media/failover" + query, page => page.Add(p => p.Name, SandboxPages.Name).Add(p => p.Tab, "failover"));
        Eventually(page, () => page.ByRole("button", "Review and change…"));
        return page;
    }
}
