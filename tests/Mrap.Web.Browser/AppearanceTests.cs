using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// What every page owes to everybody: no sideways scrolling on a phone, no flash of the wrong theme.
/// </summary>
public sealed class AppearanceTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Pages_OnAPhone_DoNotScrollSideways()
    {
        var page = await OpenAsync("/access-points", width: 390, height: 844);
        await ShouldFitAsync(page, page.GetByText("There is none here yet."));
        await OpenExampleAsync(page);
        await ShouldFitAsync(page, page.Locator("h1"));
        (
            await page.Locator(".map").EvaluateAsync<bool>(
                "map => map.getBoundingClientRect().width <= map.parentElement.clientWidth")).ShouldBeTrue("the whole map");
        (
            await page.Locator(".map-labels text").First.EvaluateAsync<double>("text => "
                + "text.getBoundingClientRect().height")).ShouldBeGreaterThan(9,
            "labels that can be read");
        await Link(page, "Requests").ClickAsync();
        await Button(page, "Send").ClickAsync();
        await ShouldFitAsync(page, Button(page, "welcome.txt"));
        await page.GotoAsync("/access-points/create");
        await FillWizardAsync(page, "narrow", "eu-west-1");
        await ShouldFitAsync(page, Button(page, "Create access point"));
        await page.GotoAsync("/access-points/create?step=buckets");
        await ShouldFitAsync(page, page.GetByLabel("New bucket name"));
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

    private static async Task ShouldFitAsync(IPage page, ILocator shown)
    {
        await Expect(shown.First).ToBeVisibleAsync();
        await ShouldNotScrollSidewaysAsync(page);
    }
}
