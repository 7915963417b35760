using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>Routing as a person sees, steers and breaks it.</summary>
public sealed class RoutingTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Person_WhoFailsOver_SeesItAheadFollowsItAndTakesItBack()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Fail over…").ClickAsync();
        await Expect(page.GetByText("3 of 3 active", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "failover");

        await Wish(page, "Ireland").GetByRole(AriaRole.Button, new() { Name = "Passive" }).PressAsync("Enter");
        await Expect(page.GetByText("of clients are served by another Region than before.").First).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/failover?passive=eu-west-1");
        await page.ReloadAsync();
        await Expect(page.GetByText("Active → Passive", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "failover with a change");

        await Button(page, "Review and change…").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Ireland stops taking traffic.");
        await ShouldBeAccessibleAsync(page, "failover dialog");
        await Button(page, "Change routes").ClickAsync();

        await Expect(page.Locator(".propagation")).ToContainTextAsync("Seen everywhere");
        await Expect(page.GetByText("2 of 3 active", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "failover done");
        await page.Locator(".propagation").GetByRole(AriaRole.Button, new() { Name = "Revert…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Ireland begins to take traffic.");
        await Button(page, "Change routes").ClickAsync();
        await Expect(page.GetByText("3 of 3 active", new() { Exact = true })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "failover on a phone");
    }

    [Fact]
    public async Task RoutesChangedByTheAwsCli_AppearInEveryOpenCircuit()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var path = new Uri(page.Url).AbsolutePath;
        var arn = await page.Locator(".identifiers code").Nth(1).TextContentAsync();
        await page.GotoAsync($"{path}/failover");
        var other = await OpenAsync($"{path}/failover");
        await Expect(other.GetByText("3 of 3 active", new() { Exact = true })).ToBeVisibleAsync();
        var bucket = await other.Locator("tr", new() { HasText = "eu-west-1" }).Locator(".code").Nth(1).TextContentAsync();

        await Shell.RunAsync(
            Console, arn!,
            "\"$AWS\" s3control submit-multi-region-access-point-routes --region ap-southeast-2 --account-id 111122223333 --mrap \"$ARN\" "
                + $"--route-updates Bucket={bucket},TrafficDialPercentage=0");

        await Expect(page.GetByText("2 of 3 active", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(other.GetByText("2 of 3 active", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Fault_MadeInTheBrowser_IsToldOnEveryPageAndEnded()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Regions & faults").ClickAsync();
        await Expect(Button(page, "Take down Ireland")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "Regions and faults");

        await Button(page, "Take down Ireland").ClickAsync();
        await Expect(page.Locator(".fault-banner")).ToContainTextAsync("Ireland is down.");
        await ShouldBeAccessibleAsync(page, "Regions and faults, one down");
        await Button(page, "Ireland").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "Condition of Ireland" })).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/sandbox?region=eu-west-1");
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
        await page.SetViewportSizeAsync(1440, 1000);

        await Link(page, "Access points").First.ClickAsync();
        await Expect(page.Locator(".fault-banner")).ToContainTextAsync("Ireland is down.");
        await page.Locator(".fault-banner").GetByRole(AriaRole.Button, new() { Name = "End all faults" }).ClickAsync();
        await Expect(page.Locator(".fault-banner")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Traffic_Started_ReachesEveryRegionAndIsStopped()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Traffic").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "Traffic" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "traffic");

        await page.GetByLabel("Requests per second").FillAsync("1000000000");
        await Expect(page.GetByText("Give a whole number from 1 to 5000.")).ToBeVisibleAsync();
        await Expect(Button(page, "Start")).ToBeDisabledAsync();
        await page.GetByLabel("Requests per second").FillAsync("30");
        await Button(page, "Start").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Ireland" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "N. Virginia" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "traffic under way");
        await Button(page, "Stop").ClickAsync();
        await Expect(page.GetByText("Stopped", new() { Exact = true })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
    }

    private static ILocator Wish(IPage page, string region) =>
        page.GetByRole(AriaRole.Group, new() { Name = $"{region} shall be", Exact = true });
}
