using Microsoft.Playwright;
using Mrap.Testing;

[assembly: AssemblyFixture(typeof(Mrap.Web.Browser.Chromium))]

namespace Mrap.Web.Browser;

/// <summary>The one browser of all tests; each test has profiles of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser, once the assembly has begun.</summary>
    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Tool.Chromium, Headless = true, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
