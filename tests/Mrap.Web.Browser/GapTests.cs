using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>A person finds out why an object is not everywhere, and brings it there.</summary>
public sealed class GapTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Person_WhoGetsA404_FindsTheGapAndClosesIt()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var path = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{path}/requests?op=get&key=only-here%2Fap-southeast-2.txt&vantage=us-east-1");
        await Button(page, "Send").ClickAsync();

        await Link(page, "Why is it not in every Region?").ClickAsync();
        await Expect(page.GetByText("lack what Sydney has.")).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/replication/gaps?key=only-here%2Fap-southeast-2.txt");
        await ShouldBeAccessibleAsync(page, "key looked up");

        await page.GetByLabel("Keys that begin with").FillAsync("only-here/ap");
        await Button(page, "Start").ClickAsync();
        await Expect(page.GetByText("1 key differs.")).ToBeVisibleAsync();
        await Expect(page.GetByText("No rule", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByLabel("Choose only-here/ap-southeast-2.txt").CheckAsync();
        await ShouldBeAccessibleAsync(page, "gap found");
        await Button(page, "Copy 1 object to the Regions that lack it…").ClickAsync();
        await Expect(page.GetByText("Copy one object from Sydney to N. Virginia", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "gap plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await Button(page, "Done").ClickAsync();

        await Expect(page.GetByText("Every Region has the same object.")).ToBeVisibleAsync();
        await Button(page, "Start").ClickAsync();
        await Expect(page.GetByText("Every Region has the same objects.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "gap closed");
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
        await page.Locator(".view-segments a", new() { HasText = "Settings" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Versioning" })).ToBeVisibleAsync();
        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "settings on a phone");
    }
}
