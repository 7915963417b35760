using System.Collections.Immutable;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>What the pages of an empty console owe to everybody: no serious finding of axe in either theme.</summary>
public sealed class EmptyPagesTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private static readonly ImmutableArray<PageState> s_states =
    [
        new("empty list", "/access-points", page => Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync()),
        new("name step", "/access-points/create", async page =>
        {
            await page.GetByLabel("Access point name").FillAsync("Not-allowed");
            await Button(page, "Next").ClickAsync();
            await Expect(page.Locator("#access-point-name-error")).ToBeVisibleAsync();
        }),
        new("review step", "/access-points/create", page => FillWizardAsync(page, "seen", "eu-west-1", "us-east-1")),
        new("buckets step", "/access-points/create", async page =>
        {
            await FillWizardAsync(page, "seen", "eu-west-1", "us-east-1");
            await page.GotoAsync("/access-points/create?step=buckets");
            await Expect(page.GetByLabel("New bucket name")).ToHaveCountAsync(2);
        }),
        new("public access step", "/access-points/create", async page =>
        {
            await FillWizardAsync(page, "seen", "eu-west-1", "us-east-1");
            await page.GotoAsync("/access-points/create?step=public-access");
            await page.GetByRole(AriaRole.Switch, new() { Name = "Block new public policies" }).UncheckAsync();
            await Button(page, "Next").ClickAsync();
            await Expect(page.Locator("#acknowledge-error")).ToBeVisibleAsync();
        }),
        new("leaving dialog", "/access-points/create", async page =>
        {
            await FillWizardAsync(page, "seen", "eu-west-1");
            await Button(page, "Cancel").ClickAsync();
            await Expect(Button(page, "Discard it")).ToBeVisibleAsync();
        }),
        new("unknown access point", "/access-points/nothing-here", page => Expect(page.Locator(".fault-panel")).ToBeVisibleAsync()),
        new("unknown page", "/no/such/page", page => Expect(page.Locator("h1")).ToBeVisibleAsync()),
        new("part of an address left out", "/access-points?region=atlantis", page =>
            Expect(page.GetByText("A part of this address could not be read")).ToBeVisibleAsync()),
    ];

    public static TheoryData<string> States => [.. s_states.Select(state => state.Name)];

    protected override bool BeginsEmpty => false;

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_InBothThemes_HasNoSeriousFinding(string name)
    {
        var state = s_states.Single(state => state.Name == name);
        var page = await OpenAsync(state.Path);
        await state.ShowAsync(page);

        await ShouldBeAccessibleAsync(page, name);
    }
}
