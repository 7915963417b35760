using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>A person makes the buckets of an access point replicate, and changes their mind.</summary>
public sealed partial class ReplicationTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Person_CreatesRulesFromATemplate_EditsSwitchesDeletesAndTakesBack()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        var path = $"{new Uri(page.Url).AbsolutePath}/replication";
        await page.GotoAsync(path);
        await Link(page, "Create replication rules").ClickAsync();
        await WalkAsync(page);
        await Expect(page.GetByText("The rules are in place")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "rules in place");
        await Link(page, "See the rules").ClickAsync();

        await Expect(page.Locator(".map-arcs path.line")).ToHaveCountAsync(6);
        await ShouldBeAccessibleAsync(page, "replication rules");
        await page.Locator(".rule-table tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".rule-panel h2")).ToBeFocusedAsync();
        page.Url.ShouldContain("?rule=");
        await ShouldBeAccessibleAsync(page, "rule opened");

        await EditAsync(page);
        await page.Locator(".rule-table .row-links a", new() { HasText = "Disable" }).First.ClickAsync();
        await Expect(page.Locator(".replication-review h2")).ToBeFocusedAsync();
        await Button(page, "Disable the rule").ClickAsync();
        await Expect(page.Locator(".rule-table").GetByText("Disabled", new() { Exact = true })).ToHaveCountAsync(1);

        await page.Locator(".rule-table .row-links a", new() { HasText = "Delete" }).First.ClickAsync();
        await Expect(Button(page, "Delete the rule")).ToBeDisabledAsync();
        await page.GetByLabel(RemovalText()).CheckAsync();
        await ShouldBeAccessibleAsync(page, "rule about to be deleted");
        await Button(page, "Delete the rule").ClickAsync();
        await Expect(page.Locator(".rule-table tbody tr")).ToHaveCountAsync(5);

        await Link(page, "Undo the last change…").ClickAsync();
        await Button(page, "Take it back").ClickAsync();
        await Expect(page.Locator(".rule-table tbody tr")).ToHaveCountAsync(6);
        await page.SetViewportSizeAsync(390, 844);
        await ShouldNotScrollSidewaysAsync(page);
        await ShouldBeAccessibleAsync(page, "rules on a phone");
        await page.GotoAsync($"{path}/create?template=one-way&step=options");
        await Expect(page.GetByText("Rules that are there already")).ToBeVisibleAsync();
        await ShouldNotScrollSidewaysAsync(page);
    }

    private static async Task WalkAsync(IPage page)
    {
        await Expect(page.GetByText("6 rules in 3 buckets.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "template");
        await Button(page, "Next").ClickAsync();
        await Expect(page.Locator(".wizard-title")).ToBeFocusedAsync();
        await ShouldBeAccessibleAsync(page, "scope");
        await Button(page, "Next").ClickAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Metrics and notifications" }).CheckAsync();
        await ShouldBeAccessibleAsync(page, "options");
        await Button(page, "Next").ClickAsync();
        await Expect(Button(page, "Create 6 rules")).ToBeEnabledAsync();
        page.Url.ShouldContain("metrics=1");
        await ShouldBeAccessibleAsync(page, "review");
        await Button(page, "Create 6 rules").ClickAsync();
    }

    private static async Task EditAsync(IPage page)
    {
        await page.Locator(".rule-table .row-links a", new() { HasText = "Edit" }).First.ClickAsync();
        await page.GetByLabel("Keys that begin with").FillAsync("logs/");
        await ShouldBeAccessibleAsync(page, "rule being edited");
        await Button(page, "Review the change…").ClickAsync();
        await Button(page, "Change the rule").ClickAsync();
        await Expect(page.Locator(".replication-review")).ToHaveCountAsync(0);
        await Expect(page.Locator(".rule-panel").GetByText("Keys that begin with logs/")).ToBeVisibleAsync();
    }

    [GeneratedRegex("Remove 1 rule: ")]
    private static partial Regex RemovalText();
}
