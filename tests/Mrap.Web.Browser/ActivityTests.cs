using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>The activity log as a person uses it: what was done is found, narrowed, opened and taken along.</summary>
public sealed class ActivityTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Person_WhoAsksWhoDidWhat_FindsNarrowsOpensAndExportsIt()
    {
        var page = await OpenAsync("/activity");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing has been changed yet" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "empty activity");

        await Link(page, "Access points").First.ClickAsync();
        await OpenExampleAsync(page);
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/requests?op=put&key=reports/a.txt&body=hello");
        await Button(page, "Send").ClickAsync();
        await Expect(page.GetByText("200", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.Locator(".identifiers").GetByRole(AriaRole.Link, new() { Name = "Activity", Exact = true }).ClickAsync();

        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Rows(page).First).ToContainTextAsync("Put object");
        await ShouldBeAccessibleAsync(page, "activity");
        await page.GetByLabel("Kind of change").PressAsync("Enter");
        await page.GetByRole(AriaRole.Option, new() { Name = "Load the example", Exact = true }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        page.Url.ShouldContain("kind=load-example");
        await page.ReloadAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);

        var download = await page.RunAndWaitForDownloadAsync(() => Link(page, "Export CSV").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        lines[0].ShouldStartWith("Time (UTC),Person,Role,Change");
        lines[1].ShouldContain(",local user,Administrator,Load the example,example-");

        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Link(page, "Load the example").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Load the example");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Before and after" })).ToContainTextAsync("eu-west-1 example-ireland-");
        await ShouldBeAccessibleAsync(page, "entry");
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShouldBeAccessibleAsync(page, "entry, dark on a phone");
        await page.GoBackAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "activity, dark on a phone");
    }

    private static ILocator Rows(IPage page) => page.Locator("table.activity tbody tr");
}
