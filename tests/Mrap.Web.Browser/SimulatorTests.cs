using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>The simulator as a person uses it, with the policies of a real access point.</summary>
public sealed class SimulatorTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    public static TheoryData<string> Addresses { get; } =
        [
            "example=same-account", "example=cross-account&tab=caller", "example=public&tab=public-access",
            "example=cross-account&tab=access-point", "example=cross-account&view=matrix"];

    [Fact]
    public async Task AccessPoint_Simulated_IsDeniedLitAllowedKeptAndShared()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Simulate").ClickAsync();
        await Expect(Verdict(page)).ToContainTextAsync("Denied: nothing allows it");

        await Button(page, "Access point", "Policies of").ClickAsync();
        var arn = await page.GetByLabel("ARN of the access point").InputValueAsync();
        await ReplaceAsync(
            page, "The access point policy",
            $$"""{"Version":"2012-10-17","Statement":"""
                + $$"""[{"Sid":"Closed","Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"{{arn}}/object/*"}]}""");
        await Expect(Verdict(page)).ToContainTextAsync("Denied explicitly");
        await Expect(page.Locator(".lit-line").First).ToBeVisibleAsync();
        await Expect(page.GetByText("no addition to any policy lets this through")).ToBeVisibleAsync();

        await ReplaceAsync(page, "The access point policy", string.Empty);
        await Expect(Verdict(page)).ToContainTextAsync("Denied: nothing allows it");
        await Button(page, "Apply all 2 here").ClickAsync();
        await Expect(Verdict(page)).ToContainTextAsync("Allowed");
        await Expect(page.Locator(".lit-line").First).ToBeVisibleAsync();

        await Button(page, "Save this request as a case").ClickAsync();
        await page.GetByLabel("What it shows").FillAsync("the reader may get the welcome");
        await Button(page, "Save case").ClickAsync();
        await Expect(page.GetByText("1 of 1 pass", new() { Exact = true })).ToBeVisibleAsync();

        var link = await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).GetAttributeAsync("data-copy");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(link!);
        await Expect(Verdict(other)).ToContainTextAsync("Allowed");
        await Expect(other.GetByLabel("Key", new() { Exact = true })).ToHaveValueAsync("welcome.txt");
        await Expect(other.GetByText("1 of 1 pass", new() { Exact = true })).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(Verdict(page)).ToContainTextAsync("Denied: nothing allows it");
        await Expect(page.GetByText("0 of 1 pass", new() { Exact = true })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Matrix_ByKeyboard_OpensOneRequest()
    {
        var page = await OpenAsync("/simulator?example=cross-account");
        await ShouldBeLiveAsync(page);
        await Button(page, "Matrix").ClickAsync();
        var cell = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Allowed: 444455556666, s3:GetObject, Ireland") });
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Verdict(page)).ToContainTextAsync("Allowed");
        await Expect(page.GetByLabel("Caller", new() { Exact = true })).ToHaveValueAsync("444455556666");
        await page.GoBackAsync();
        await Expect(cell).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Beginning_InBothThemes_HasNoSeriousFinding()
    {
        var page = await OpenAsync("/simulator");
        await Expect(page.GetByText("There is none yet.")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "beginning");
        await page.GotoAsync("/simulator?accessPoint=nothing-here");
        await Expect(page.Locator(".fault-panel")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "unknown access point");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Simulation_InBothThemes_HasNoSeriousFinding(string address)
    {
        var page = await OpenAsync($"/simulator?{address}");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "View" })).ToBeVisibleAsync();
        await Expect(page.Locator(".policy-editor:not([data-coded])")).ToHaveCountAsync(0);
        await ShouldBeAccessibleAsync(page, address);
    }

    [Fact]
    public async Task Case_ThatFails_HasNoSeriousFindingInBothThemes()
    {
        var page = await OpenAsync("/simulator?example=cross-account");
        await ShouldBeLiveAsync(page);
        await Button(page, "Save this request as a case").ClickAsync();
        await Button(page, "Save case").ClickAsync();
        await Expect(page.Locator("#case-name-error")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "case form");
        await page.GetByLabel("What it shows").FillAsync("partners may read");
        await Button(page, "Allowed", "Expected").ClickAsync();
        await Button(page, "Save case").ClickAsync();
        await Expect(page.GetByText("0 of 1 pass", new() { Exact = true })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "failing case");
    }

    [Fact]
    public async Task Pages_OnTheNarrowestScreen_DoNotScrollSideways()
    {
        var page = await OpenAsync("/simulator", width: 320, height: 900);
        foreach (var address in Addresses.Select(row => row.Data))
        {
            await page.GotoAsync($"/simulator?{address}");
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = "View" })).ToBeVisibleAsync();
            await Expect(page.Locator(".policy-editor:not([data-coded])")).ToHaveCountAsync(0);
            await ShouldNotScrollSidewaysAsync(page);
        }
    }

    // the code editor is made once the page answers
    private static Task ShouldBeLiveAsync(IPage page) => Expect(page.Locator(".policy-editor[data-coded]")).ToBeVisibleAsync();

    private static ILocator Verdict(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Verdict" }).GetByRole(AriaRole.Status);

    private static ILocator Button(IPage page, string name, string group) =>
        page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).GetByRole(
            AriaRole.Button, new() { NameRegex = new($"^{name}") });

    // until the code editor is there, a plain field of the same name stands in its place
    private static async Task ReplaceAsync(IPage page, string label, string text)
    {
        var editor =
            page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true }).And(page.Locator("[aria-roledescription=editor]"));
        await editor.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        if (text.Length == 0)
        {
            await page.Keyboard.PressAsync("Delete");
        }
        else
        {
            await page.Keyboard.InsertTextAsync(text);
        }
    }
}
