using Bunit;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Web.Components.Sandbox.Traffic;

namespace Mrap.Web.Tests.Pages;

/// <summary>The page of generated traffic over a real sandbox.</summary>
public sealed class TrafficPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public async Task Traffic_StartedAndStopped_ShowsWhatBecameOfIt()
    {
        var page = OpenPage();
        page.ByLabel("Requests per second").Input("40");
        Eventually(page, () => page.Markup.ShouldContain("&quot;rate&quot;:40"));

        await page.InvokeAsync(() => page.ByRole("form", "Traffic").Submit());
        Eventually(page, () => page.Markup.ShouldContain("By Region"));
        Eventually(page, () => page.AllByRole("row").ShouldContain(row => row.TextContent.Contains("eu-west-1", StringComparison.Ordinal)));
        await PressAsync(page, "Stop");

        Eventually(page, () => page.Find(".page-title").TextContent.ShouldContain("Stopped"));
        (await Activity.ReadAsync(new ActivityQuery(), Xunit.TestContext.Current.CancellationToken)).Entries
            .Select(entry => entry.Change.Action).ShouldBe([ChangeAction.ChangeTraffic, ChangeAction.ChangeTraffic]);
    }

    [Theory]
    [InlineData("Requests per second", "1000000000", "Give a whole number from 1 to 5000.")]
    [InlineData("Reads, % of requests", "101", "Give a number from 0 to 100.")]
    [InlineData("Object size, bytes", "many", "Give a whole number from 0 to 67108864.")]
    [InlineData("Duration, seconds", "", "Give a whole number from 1 to 3600.")]
    public void Field_ThatBreaksARule_SaysSoAndStartsNothing(string label, string text, string words)
    {
        var page = OpenPage();

        page.ByLabel(label).Input(text);

        Eventually(page, () => page.Markup.ShouldContain(words));
        page.ByRole("button", "Start").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Places_Chosen_AreInTheCommand()
    {
        var page = OpenPage();

        await PressAsync(page, "Chosen places");

        Eventually(page, () => page.ByRole("button", "Remove Lagos"));
        page.Markup.ShouldContain("&quot;ng-lagos&quot;:");
    }

    [Fact]
    public void Viewer_CanStartNothing()
    {
        Acting.Current = ActingAs.Viewer;

        OpenPage().ByRole("button", "Start").HasAttribute("disabled").ShouldBeTrue();
    }

    private IRenderedComponent<TrafficPage> OpenPage()
    {
        var page = Open<TrafficPage>("/sandbox/traffic");
        Eventually(page, () => page.ByRole("form", "Traffic"));
        return page;
    }
}
