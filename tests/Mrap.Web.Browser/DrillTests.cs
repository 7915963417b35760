using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>A drill from its start to its printed report.</summary>
public sealed class DrillTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private const string Short = """

        phases:
          - { name: baseline, duration: 2s }
          - { name: fault, duration: 4s, set: { eu-west-1: { state: down } } }
          - { name: back, duration: 2s, restore: everything }
        objectives: { errors: 50% }
        """;

    [Fact]
    public async Task Person_WhoRehearsesTheLossOfARegion_WatchesItAndPrintsTheReport()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await page.GotoAsync("/sandbox/drills?region=eu-west-1");
        await Expect(page.GetByText("No drill has been run yet.")).ToBeVisibleAsync();
        var editor = page.GetByLabel("Drill, as YAML");
        await Expect(editor).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("drill: \"Region lost: eu-west-1\""));
        await ShouldBeAccessibleAsync(page, "drills");

        var text = await editor.InputValueAsync();
        await editor.FillAsync(text.Replace("requests-per-second: 40", "requests-per-second: soon", StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "What is wrong in the drill" })).ToContainTextAsync("Line ");
        await Expect(Button(page, "Run the drill")).ToBeDisabledAsync();
        await ShouldBeAccessibleAsync(page, "drill with a fault");
        await editor.FillAsync(text[..text.IndexOf("\nphases:", StringComparison.Ordinal)] + Short);
        await Button(page, "Run the drill").ClickAsync();

        await Expect(page.GetByText("Phase 2 of 3: fault")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await ShouldBeAccessibleAsync(page, "running drill");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Objectives" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("h1")).ToHaveTextAsync("Region lost: eu-west-1");
        await Expect(page.GetByText("Passed", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Latency over time") })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "report");

        var download = await page.RunAndWaitForDownloadAsync(() => Link(page, "Download Markdown").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        lines[0].ShouldBe("# Region lost: eu-west-1: passed");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Objectives" })).ToBeVisibleAsync();
        await Expect(Button(page, "Print")).ToBeHiddenAsync();
        await Expect(page.Locator(".drill-plan")).ToBeHiddenAsync();
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
        await Link(page, "Drills").Last.ClickAsync();
        await Expect(Link(page, "Region lost: eu-west-1")).ToBeVisibleAsync();
        await ShouldNotScrollSidewaysAsync(page);
    }
}
