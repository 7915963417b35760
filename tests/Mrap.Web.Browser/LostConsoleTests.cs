using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>A page that outlives its console says so.</summary>
public sealed class LostConsoleTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Page_WhoseConsoleIsGone_SaysSo()
    {
        var page = await OpenAsync("/access-points");
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
        await Console.StopAsync();

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "The connection to the console was lost" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "lost connection");
    }
}
