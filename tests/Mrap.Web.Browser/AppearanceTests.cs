using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// What every page owes to everybody: no serious finding of axe in either theme, no sideways scrolling on a phone, no flash of the wrong
/// theme.
/// </summary>
public sealed class AppearanceTests : BrowserTest
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_InATheme_HaveNoSeriousFinding(ColorScheme scheme)
    {
        var page = await OpenAsync("/access-points", scheme: scheme);
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "empty list");

        await Link(page, "Create access point").First.ClickAsync();
        await page.GetByLabel("Access point name").FillAsync("Not-allowed");
        await Button(page, "Next").ClickAsync();
        await Expect(page.Locator("#access-point-name-error")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "name step");
        await FillWizardAsync(page, "seen", "eu-west-1", "us-east-1");
        await ShouldBeAccessibleAsync(page, "review step");
        await page.GotoAsync("/access-points/create?step=buckets");
        await Expect(page.GetByLabel("New bucket name")).ToHaveCountAsync(2);
        await ShouldBeAccessibleAsync(page, "buckets step");
        await page.GotoAsync("/access-points/create?step=public-access");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Block new public policies" }).UncheckAsync();
        await Button(page, "Next").ClickAsync();
        await Expect(page.Locator("#acknowledge-error")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "public access step");
        await Button(page, "Cancel").ClickAsync();
        await Expect(Button(page, "Discard it")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "leaving dialog");
        await Button(page, "Discard it").ClickAsync();

        await OpenExampleAsync(page);
        await ShouldBeAccessibleAsync(page, "overview");
        foreach (var tab in new[] { "Properties", "Clients" })
        {
            await Link(page, tab).ClickAsync();
            await Expect(page.Locator($".tabs a[aria-current=page]")).ToHaveTextAsync(tab);
            await ShouldBeAccessibleAsync(page, tab);
        }

        await Link(page, "Requests").ClickAsync();
        await Button(page, "Send").ClickAsync();
        await Expect(Button(page, "welcome.txt")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "requests");
        await Link(page, "Delete").ClickAsync();
        await Expect(Button(page, "Delete access point")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "delete dialog");
        await page.GotoAsync("/access-points");
        await Expect(page.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(0);
        await ShouldBeAccessibleAsync(page, "list");
        await page.GotoAsync("/access-points?q=nothing-like-it");
        await Expect(page.Locator(".no-match")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "no match");
        await page.GotoAsync("/access-points/nothing-here");
        await Expect(page.Locator(".fault-panel")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "unknown access point");
        await page.GotoAsync("/no/such/page");
        await ShouldBeAccessibleAsync(page, "unknown page");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task States_OfAnAccessPoint_HaveNoSeriousFinding(ColorScheme scheme)
    {
        var page = await OpenAsync("/access-points", scheme: scheme);
        await OpenExampleAsync(page);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{address}?view=table");
        await Expect(page.Locator(".region-table").First).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "table view");
        await page.GotoAsync($"{address}?from=ng-lagos&region=eu-west-1");
        await Expect(page.Locator(".route-answer")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "explained route");
        await page.GotoAsync($"{address}/nothing");
        await Expect(page.Locator(".fault")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "unknown tab");
        await page.GotoAsync($"{address}/requests?op=get&key=only-here%2Fap-southeast-2.txt&vantage=us-east-1");
        await Button(page, "Send").ClickAsync();
        await Expect(page.GetByText("Has it", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "refused request");
        await page.GotoAsync($"{address}/requests?op=put&key=a");
        await Expect(page.Locator("#request-file")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "put");

        await page.GotoAsync("/access-points/create");
        await FillWizardAsync(page, "live", "eu-west-1");
        await Button(page, "Create access point").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Creation of live" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "timeline");
    }

    [Fact]
    public async Task Pages_OnAPhone_DoNotScrollSideways()
    {
        var page = await OpenAsync("/access-points", width: 390, height: 844);
        await ShouldFitAsync(page, page.GetByText("There is none here yet."), "empty list");
        await OpenExampleAsync(page);
        await ShouldFitAsync(page, page.Locator("h1"), "overview");
        (
            await page.Locator(".map").EvaluateAsync<bool>(
                "map => map.getBoundingClientRect().width <= map.parentElement.clientWidth")).ShouldBeTrue("the whole map");
        (
            await page.Locator(".map-labels text").First.EvaluateAsync<double>("text => "
                + "text.getBoundingClientRect().height")).ShouldBeGreaterThan(9,
            "labels that can be read");
        await Link(page, "Requests").ClickAsync();
        await Button(page, "Send").ClickAsync();
        await ShouldFitAsync(page, Button(page, "welcome.txt"), "requests");
        await page.GotoAsync("/access-points/create");
        await FillWizardAsync(page, "narrow", "eu-west-1");
        await ShouldFitAsync(page, Button(page, "Create access point"), "review");
        await page.GotoAsync("/access-points/create?step=buckets");
        await ShouldFitAsync(page, page.GetByLabel("New bucket name"), "buckets");
    }

    [Fact]
    public async Task Page_WhoseConsoleIsGone_SaysSo()
    {
        var page = await OpenAsync("/access-points");
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
        await Console.StopAsync();

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "The connection to the console was lost" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "lost connection");
    }

    [Fact]
    public async Task DarkTheme_IsThere_BeforeTheFirstPaint()
    {
        var page = await OpenAsync("/access-points", scheme: ColorScheme.Dark);

        var background = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        background.ShouldBe("rgb(13, 20, 28)");
        (await page.EvaluateAsync<bool>("() => { const head = document.head; const theme = "
            + "[...head.querySelectorAll('script')].findIndex(s => s.textContent.includes('theme')); const sheet = "
            + "[...head.children].findIndex(e => e.rel === 'stylesheet'); return theme === 0 && "
            + "[...head.children].indexOf(head.querySelector('script')) < sheet; }")).ShouldBeTrue();
    }

    private static async Task ShouldFitAsync(IPage page, ILocator shown, string what)
    {
        await Expect(shown.First).ToBeVisibleAsync();
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, what);
    }
}
