using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>Metrics from the first look, with nothing enabled, to charts that follow the traffic and are zoomed into.</summary>
public sealed partial class MetricsTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private static readonly PageGetByRoleOptions s_reader = new() { Name = "Points of Requests by Region" };

    [Fact]
    public async Task Metrics_FromNothingEnabledToAZoomedChart_AreLiveAndAccessible()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{address}/metrics?range=15m");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Request metrics are off in 3 of 3 buckets" })).ToBeVisibleAsync();
        await Expect(page.GetByText("No request was counted in this time.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "metrics that are off");

        await EnableAsync(page);
        await SendTrafficAsync(address.Split('/')[^1]);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Requests by Region" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var before = await TotalAsync(page);
        await Assertions.Expect(Figure(page, "Requests by Region").Locator(".plot-summary")).Not.ToContainTextAsync(
            $"{before.ToString("N0", CultureInfo.GetCultureInfo("en-US"))} in all", new() { Timeout = 60_000 });
        (await TotalAsync(page)).ShouldBeGreaterThan(before);
        await ShouldBeAccessibleAsync(page, "metrics");

        await Button(page, "Pause").ClickAsync();
        await TableAndFileShouldAgreeAsync(page);

        // the last steps are chosen by keys alone
        var reader = page.GetByRole(AriaRole.Slider, s_reader);
        await reader.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(reader).ToHaveAttributeAsync("aria-valuetext", NamedValues());
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(FixedTime());
        await Expect(reader).ToHaveAttributeAsync("aria-valuemax", "2");

        await Button(page, "Zoom out").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(FixedTime());
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(FixedTime());
    }

    [Fact]
    public async Task Metrics_OnANarrowScreen_DoNotScrollSideways()
    {
        var page = await OpenAsync("/access-points", width: 360, height: 800);
        await OpenExampleAsync(page);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{address}/metrics?range=15m");
        await EnableAsync(page);
        await SendTrafficAsync(address.Split('/')[^1]);

        await Expect(page.GetByRole(AriaRole.Slider, s_reader)).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "metrics, narrow");
    }

    [GeneratedRegex(@"[?&]from=2.*&to=2")]
    private static partial Regex FixedTime();

    [GeneratedRegex(@": Sydney \d.*Ireland \d.*N\. Virginia \d")]
    private static partial Regex NamedValues();

    [GeneratedRegex(@"^([\d,]+) in all")]
    private static partial Regex InAll();

    private static ILocator Figure(IPage page, string title) =>
        page.GetByRole(AriaRole.Figure, new() { Name = title, Exact = true });

    private static async Task EnableAsync(IPage page)
    {
        await Button(page, "Enable request metrics…").ClickAsync();
        await Button(page, "Enable for $14.40 a month").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Request metrics are off" })).ToHaveCountAsync(0);
    }

    private static async Task<double> TotalAsync(IPage page) => double.Parse(
        InAll().Match(await Figure(page, "Requests by Region").Locator(".plot-summary").InnerTextAsync()).Groups[1].Value,
        NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture);

    private static async Task TableAndFileShouldAgreeAsync(IPage page)
    {
        var figure = Figure(page, "Requests by Region");
        await figure.GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        var cells = await figure.Locator("tbody td").AllInnerTextsAsync();
        await figure.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync();
        var lines = (await figure.Locator("pre").InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].TrimEnd().ShouldBe("time,Sydney,Ireland,N. Virginia");
        lines.Skip(1).SelectMany(line => line.TrimEnd().Split(',').Skip(1)).Select(value => value.Length == 0 ? "–" : value)
            .ShouldBe(cells.Select(cell => cell.Replace(",", string.Empty, StringComparison.Ordinal)));
        var download = await page.RunAndWaitForDownloadAsync(
            () => figure.GetByRole(AriaRole.Button, new() { Name = "Download requests-by-region.csv" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("requests-by-region.csv");
        await figure.GetByRole(AriaRole.Button, new() { Name = "Graph" }).ClickAsync();
    }

    private async Task SendTrafficAsync(string name)
    {
        using var client = new HttpClient();
        var traffic = new Uri($"{Console.SandboxUrl}/_sandbox/traffic");
        // that of the test before may not have ended
        using var stopped = await client.DeleteAsync(traffic, TestContext.Current.CancellationToken);
        using var plan = new StringContent($$"""{"accessPoint":"{{name}}","rate":20,"durationSeconds":60}""");
        using var answer = await client.PostAsync(traffic, plan, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
