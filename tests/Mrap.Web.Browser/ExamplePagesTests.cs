using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>What the pages of an access point owe to everybody: no serious finding of axe in either theme.</summary>
public sealed class ExamplePagesTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private const string List = "/access-points";

    // the name of the example stands for {0}
    private static readonly ImmutableArray<PageState> s_states =
    [
        new("overview", "/{0}", page => Expect(page.Locator(".map-region").First).ToBeVisibleAsync()),
        new("properties", "/{0}/properties", page => Expect(page.Locator(".tabs a[aria-current=page]")).ToHaveTextAsync("Properties")),
        new("clients", "/{0}/clients", page => Expect(page.Locator(".tabs a[aria-current=page]")).ToHaveTextAsync("Clients")),
        new("requests", "/{0}/requests", async page =>
        {
            await Button(page, "Send").ClickAsync();
            await Expect(Button(page, "welcome.txt")).ToBeVisibleAsync();
        }),
        new("delete dialog", "/{0}?delete=1", page => Expect(Button(page, "Delete access point")).ToBeVisibleAsync()),
        new("table view", "/{0}?view=table", page => Expect(page.Locator(".region-table").First).ToBeVisibleAsync()),
        new("explained route", "/{0}?from=ng-lagos&region=eu-west-1", page => Expect(page.Locator(".route-answer")).ToBeVisibleAsync()),
        new("unknown tab", "/{0}/nothing", page => Expect(page.Locator(".fault")).ToBeVisibleAsync()),
        new("refused request", "/{0}/requests?op=get&key=only-here%2Fap-southeast-2.txt&vantage=us-east-1", async page =>
        {
            await Button(page, "Send").ClickAsync();
            await Expect(page.GetByText("Has it", new() { Exact = true })).ToBeVisibleAsync();
        }),
        new("replication rules", "/{0}/replication", page =>
            Expect(page.GetByText("No rule leads from one of these buckets")).ToBeVisibleAsync()),
        new("settings side by side", "/{0}/replication/parity?setting=versioning", page =>
            Expect(page.Locator(".parity-details")).ToBeVisibleAsync()),
        new("put", "/{0}/requests?op=put&key=a", page => Expect(page.Locator("#request-file")).ToBeVisibleAsync()),
        new("list", "", page => Expect(page.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(0)),
        new("no match", "?q=nothing-like-it", page => Expect(page.Locator(".no-match")).ToBeVisibleAsync()),
        new("timeline", "/create", async page =>
        {
            await FillWizardAsync(page, "live", "eu-west-1");
            await Button(page, "Create access point").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Creation of live" })).ToBeVisibleAsync();
        }),
    ];

    public static TheoryData<string> States => [.. s_states.Select(state => state.Name)];

    protected override bool BeginsEmpty => false;

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_InBothThemes_HasNoSeriousFinding(string name)
    {
        var state = s_states.Single(state => state.Name == name);
        var page = await OpenAsync(List + string.Format(CultureInfo.InvariantCulture, state.Path, await ExampleAsync()));
        await state.ShowAsync(page);

        await ShouldBeAccessibleAsync(page, name);
    }

    // the first test of the class loads it, the others look at it
    private async Task<string> ExampleAsync()
    {
        if (Console.Example is { } known)
        {
            return known;
        }

        var page = await OpenAsync(List);
        await OpenExampleAsync(page);
        return Console.Example = (await page.Locator("h1").TextContentAsync())!.Trim();
    }
}
