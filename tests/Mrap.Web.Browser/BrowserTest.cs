using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// A test with a real browser and the console of its class, whose sandbox is emptied before each test unless its class says otherwise.
/// </summary>
public abstract partial class BrowserTest(Chromium chromium, ConsoleProcess console) : IClassFixture<ConsoleProcess>, IAsyncLifetime
{
    // colours pass over into each other; what turns for ever is not waited for
    private const string Settled = """
        async () => {
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          await Promise.allSettled(document.getAnimations()
            .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
            .map(animation => animation.finished));
        }
        """;

    // what differs between the themes is colour
    private static readonly string[] s_contrast = ["color-contrast", "link-in-text-block"];

    private readonly List<IBrowserContext> _contexts = [];

    protected ConsoleProcess Console => console;

    /// <summary>Whether the tests of the class begin with nothing in the sandbox.</summary>
    protected virtual bool BeginsEmpty => true;

    public async ValueTask InitializeAsync()
    {
        if (BeginsEmpty)
        {
            await console.EmptyAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A page in a browser profile of its own.</summary>
    protected async Task<IPage> OpenAsync(string path, int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = Console.Url,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce
            });
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>No finding of axe is serious or critical: of any kind in the theme that is shown, of contrast in the other one.</summary>
    protected static async Task ShouldBeAccessibleAsync(IPage page, string what)
    {
        // A page that comes alive has no title for a moment.
        await Assertions.Expect(page).ToHaveTitleAsync(AnyText());
        await ShouldHaveNoFindingAsync(page, what);
        var isDark = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        var (shown, other) = isDark ? (ColorScheme.Dark, ColorScheme.Light) : (ColorScheme.Light, ColorScheme.Dark);
        await page.EmulateMediaAsync(new() { ColorScheme = other });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", other == ColorScheme.Dark ? "dark" : "light");
        await ShouldHaveNoFindingAsync(page, $"{what}, {other}", s_contrast);
        await page.EmulateMediaAsync(new() { ColorScheme = shown });
    }

    /// <summary>The page comes to be no wider than its window.</summary>
    protected static Task ShouldNotScrollSidewaysAsync(IPage page) =>
        Expect(page.Locator("html")).ToHaveJSPropertyAsync("scrollWidth", page.ViewportSize!.Width);

    protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>Fills the wizard from its first step to the review.</summary>
    protected static async Task FillWizardAsync(IPage page, string name, params string[] regions)
    {
        await page.GetByLabel("Access point name").FillAsync(name);
        await Expect(page.GetByText("is free in your account", new() { Exact = true })).ToBeVisibleAsync();
        await Button(page, "Next").ClickAsync();
        for (var i = 0; i < regions.Length; i++)
        {
            await Button(page, "Create a bucket").ClickAsync();
            await page.GetByRole(AriaRole.Group, new() { Name = $"Bucket {i + 1}", Exact = true })
                .GetByLabel("Region")
                .SelectOptionAsync(regions[i]);
        }

        await Button(page, "Next").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Block all public access" })).ToBeCheckedAsync();
        await Button(page, "Next").ClickAsync();
        await Expect(Button(page, "Create access point")).ToBeEnabledAsync();
    }

    /// <summary>Loads the example from the empty list and opens its page.</summary>
    protected static async Task OpenExampleAsync(IPage page)
    {
        await Button(page, "Load the example").ClickAsync();
        await Link(page, "View access point").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("example-");
        await Expect(page.GetByText("Ready", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    [GeneratedRegex(".")]
    private static partial Regex AnyText();

    private static async Task ShouldHaveNoFindingAsync(IPage page, string what, params string[] rules)
    {
        await page.EvaluateAsync(Settled);
        var findings = (await Axe.RunAsync(page, rules)).Where(finding => finding.Impact is "serious" or "critical").ToList();
        findings.ShouldBeEmpty($"{what}:\n{string.Join('\n', findings)}");
    }
}
