namespace Mrap.Web.Browser;

/// <summary>The way from an empty start page over the dashboard to the explanation of a route.</summary>
public sealed class DashboardTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Dashboard_FromTheExampleToTheRouteExplained_IsAccessible()
    {
        var page = await OpenAsync("/");
        await Expect(Button(page, "Load the example")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "empty dashboard");

        await Button(page, "Load the example").ClickAsync();
        await Expect(page.Locator(".dashboard-table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".dashboard-table")).ToContainTextAsync("Active-active");
        await Expect(page.Locator(".map-region")).ToHaveCountAsync(3);
        await ShouldBeAccessibleAsync(page, "dashboard");

        await Link(page, "Explain a route").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Route explainer");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("-33.9,18.4");
        await page.GetByText("-33.9,18.4", new() { Exact = true }).Last.ClickAsync();
        await Expect(page.Locator(".route-sentence")).ToContainTextAsync("serves 33.9° S, 18.4° E");
        await page.GetByLabel("For the object (optional)").FillAsync("welcome.txt");
        await Button(page, "Explain").ClickAsync();
        await Expect(page.GetByText("Has it", new() { Exact = true })).ToHaveCountAsync(3);
        await ShouldBeAccessibleAsync(page, "route explainer");
        await ShouldNotScrollSidewaysAsync(page);
    }

    [Fact]
    public async Task Map_OfTheExplainer_ClickedAnywhere_ExplainsThatPlace()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await page.GotoAsync("/routes");
        await Expect(page.Locator(".map-frame[data-live]")).ToBeVisibleAsync();

        var box = (await page.Locator(".map").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width * 0.3f), box.Y + (box.Height * 0.8f));

        await Expect(page.Locator(".route-sentence")).ToContainTextAsync("serves");
        page.Url.ShouldContain("from=");
        await page.SetViewportSizeAsync(390, 900);
        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "route explainer, narrow");
    }
}
