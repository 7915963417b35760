using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Mrap.Testing;

namespace Mrap.Web.Browser;

/// <summary>A test with a console of its own, nothing in it yet, and a real browser.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ConsoleProcess? _console;

    protected ConsoleProcess Console => _console!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Tool.Chromium;
        _console = await ConsoleProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Headless = true, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_console is not null)
        {
            await _console.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A page in a browser profile of its own.</summary>
    protected async Task<IPage> OpenAsync(string path, int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = Console.Url,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce
            });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>No finding of axe is serious or critical.</summary>
    protected static async Task ShouldBeAccessibleAsync(IPage page, string what)
    {
        var result = await page.RunAxe();
        var findings = result.Violations.Where(violation => violation.Impact is "serious" or "critical").ToList();
        findings.ShouldBeEmpty($"{what}:\n{string.Join('\n', findings.Select(Show))}");
    }

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

    private static string Show(AxeResultItem violation) =>
        $"{violation.Impact} {violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}";
}
