using System.Text.RegularExpressions;

namespace Mrap.Web.Browser;

/// <summary>The map of a real page, under its content security policy.</summary>
public sealed class MapTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Map_ByButtonsKeysAndPointer_Moves()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Expect(page.Locator(".map-frame[data-live]")).ToBeVisibleAsync();
        var world = page.Locator(".map-world");

        await Button(page, "Zoom in").ClickAsync();
        await Expect(world).ToHaveAttributeAsync("transform", StartOf("scale(1.6) "));
        await page.Keyboard.PressAsync("0");
        await Expect(world).ToHaveAttributeAsync("transform", StartOf("scale(1) "));
        await page.Keyboard.PressAsync("+");
        var before = await world.GetAttributeAsync("transform");
        var box = (await page.Locator(".map").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) - 80, box.Y + 10, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(world).Not.ToHaveAttributeAsync("transform", before!);
        await Button(page, "Show the whole map").ClickAsync();
        await Expect(world).ToHaveAttributeAsync("transform", "scale(1) translate(0 0)");
    }

    [Fact]
    public async Task Map_AroundThePacific_ShowsItsLandAndTellsOfARegion()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Expect(page.Locator(".map-frame[data-live]")).ToBeVisibleAsync();
        var land = page.WaitForResponseAsync(response => response.Url.Contains("/map/land-pacific.svg", StringComparison.Ordinal));

        await Button(page, "Pacific in the middle").ClickAsync();

        (await land).Status.ShouldBe(200);
        await Expect(Button(page, "Pacific in the middle")).ToHaveAttributeAsync("aria-pressed", "true");
        var region = page.Locator(".map-region").First;
        var told = region.Locator(".map-tip");
        await Expect(told).ToBeHiddenAsync();
        await region.Locator(".hit").HoverAsync();
        await Expect(told).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(told).ToBeHiddenAsync();
        await ShouldBeAccessibleAsync(page, "overview around the Pacific");
    }

    [Fact]
    public async Task Shares_ThatChange_CrossTheCircuitInLessThan20Kilobytes()
    {
        const int Most = 20 * 1024;
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var largest = 0;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => largest = Math.Max(largest, frame.Binary?.Length ?? 0);
        await page.ReloadAsync();
        await Expect(page.Locator(".map-frame[data-live]")).ToBeVisibleAsync();
        largest.ShouldBeGreaterThan(Most, "the whole page has crossed");
        var away = page.Locator(".map-region[aria-label*='down, no clients']");
        await SetAsync("down");
        await Expect(away).ToHaveCountAsync(1);
        await SetAsync("up");
        await Expect(away).ToHaveCountAsync(0);
        largest = 0;

        await SetAsync("down");

        await Expect(away).ToHaveCountAsync(1);
        // One batch carries the map, the table and the cards; the clock and the banner send their own small ones.
        largest.ShouldBeInRange(1, Most);
    }

    private async Task SetAsync(string state)
    {
        using var client = new HttpClient();
        using var condition = new StringContent($$$"""{"us-east-1":{"state":"{{{state}}}"}}""");
        using var answer = await client.PutAsync(new Uri($"{Console.SandboxUrl}/_sandbox/regions"), condition, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Regex StartOf(string text) => new($"^{Regex.Escape(text)}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
