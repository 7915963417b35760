using Bunit;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Testing;
using Mrap.Web.Components.Sandbox;

namespace Mrap.Web.Tests.Pages;

/// <summary>The page of the sandbox's Regions over a real sandbox.</summary>
public sealed class SandboxPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port, areConditionsReal: true),
    IClassFixture<SandboxPages>
{
    [Fact]
    public async Task Preset_Started_ChangesItsRegionsAndEnds()
    {
        var page = OpenPage();

        await PressAsync(page, "Start Slow Pacific");
        Eventually(page, () => page.ByRole("button", "Take down Tokyo"));
        (await ReadAsync()).ShouldContain("\"ap-northeast-1\":{\"state\":\"degraded\",\"latencyMs\":150");
        Eventually(page, () => page.ByRole("button", "End all faults").HasAttribute("disabled").ShouldBeFalse());
        await PressAsync(page, "End all faults");

        Eventually(page, () => page.AllByRole("button", "Take down Tokyo").ShouldBeEmpty());
        (await ReadAsync()).ShouldNotContain("degraded");
        (await Activity.ReadAsync(new ActivityQuery(), Xunit.TestContext.Current.CancellationToken)).Entries
            .Select(entry => entry.Change.Action).ShouldAllBe(action => action == ChangeAction.ChangeConditions);
    }

    [Fact]
    public async Task Region_TakenDownAndUp_IsSo()
    {
        var page = OpenPage();
        Eventually(page, () => page.ByRole("button", "Take down Ireland"));

        await PressAsync(page, "Take down Ireland");
        Eventually(page, () => page.ByRole("button", "Bring up Ireland"));
        var down = await ReadAsync();
        await PressAsync(page, "Bring up Ireland");
        Eventually(page, () => page.ByRole("button", "Take down Ireland"));

        down.ShouldContain("\"eu-west-1\":{\"state\":\"down\"");
        (await ReadAsync()).ShouldNotContain("down");
    }

    [Fact]
    public void Field_ThatHoldsNoNumber_SaysWhatItTakesAndAppliesNothing()
    {
        var page = OpenPage("?region=eu-west-1");

        page.ByLabel("Added latency, ms").Input("soon");

        Eventually(page, () => page.ByLabel("Added latency, ms").GetAttribute("aria-invalid").ShouldBe("true"));
        page.Markup.ShouldContain("Give a number from 0 to 60,000.");
        page.ByRole("button", "Apply").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Form_Applied_IsWhatItsCommandSays()
    {
        var page = OpenPage("?region=eu-west-1");

        page.ByLabel("Failing requests, %").Input("25");
        Eventually(page, () => page.Markup.ShouldContain("&quot;errorRate&quot;:0.25"));
        page.ByRole("form", "Condition of Ireland").Submit();

        Eventually(page, () => page.ByRole("button", "Back to normal"));
        (await ReadAsync()).ShouldContain("\"eu-west-1\":{\"state\":\"up\",\"latencyMs\":0,\"jitterMs\":0,\"errorRate\":0.25");
        await PressAsync(page, "Back to normal");
        Eventually(page, () => page.AllByRole("button", "Back to normal").ShouldBeEmpty());
    }

    [Fact]
    public async Task Delays_Checked_AreAskedOfTheSandbox()
    {
        var page = OpenPage();

        page.ByLabel("Clients wait as long as their place would make them").Change(true);

        Eventually(page, () => page.Markup.ShouldContain("&quot;none&quot;"));
        (await sandbox.Client.SendAsync(new WireRequest("GET", "/_sandbox/network") { IsSigned = false })).Text.ShouldContain("modelled");
        page.ByLabel("Clients wait as long as their place would make them").Change(false);
        Eventually(page, () => page.Markup.ShouldContain("&quot;modelled&quot;"));
    }

    [Fact]
    public void Viewer_CanChangeNothing()
    {
        Acting.Current = ActingAs.Viewer;

        var page = OpenPage("?region=eu-west-1");

        page.ByRole("button", "Start Slow Pacific").HasAttribute("disabled").ShouldBeTrue();
        page.ByRole("button", "Apply").HasAttribute("disabled").ShouldBeTrue();
        page.FindAll("button").ShouldNotContain(button => button.TextContent.StartsWith("Take down", StringComparison.Ordinal));
    }

    private IRenderedComponent<SandboxPage> OpenPage(string query = "")
    {
        var page = Open<SandboxPage>("/sandbox" + query);
        Eventually(page, () => page.ByRole("heading", "Regions and faults"));
        return page;
    }

    private async Task<string> ReadAsync() =>
        (await sandbox.Client.SendAsync(new WireRequest("GET", "/_sandbox/regions") { IsSigned = false })).Text;
}
