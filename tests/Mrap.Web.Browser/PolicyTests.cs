using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// The policy editor as a person uses it: with the code editor, its findings and their fixes, up to a policy that is established.
/// </summary>
public sealed class PolicyTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    private const string Label = "Policy of the access point";

    [Fact]
    public async Task Policy_TypedBroken_IsFixedByTheOfferedEditSavedAndEstablished()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Permissions").ClickAsync();
        await Link(page, "Begin with an example").ClickAsync();
        var text = CodeEditor(page);
        await Expect(text).ToBeVisibleAsync();
        await Expect(page.GetByText("No findings", new() { Exact = true })).ToBeVisibleAsync();

        // the second line holds the version: another one is written into it
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("8");

        var finding = page.GetByRole(AriaRole.Region, new() { Name = "Findings" }).GetByRole(AriaRole.Listitem).First;
        await Expect(finding).ToContainTextAsync("Error");
        await Expect(finding).ToContainTextAsync("2:");
        await Expect(page.Locator(".squiggly-error").First).ToBeVisibleAsync();
        await Button(page, "Review and save").ClickAsync();
        await Expect(
            page.GetByRole(AriaRole.Alert)
                .Filter(new() { HasText = "cannot be saved" })
                .Or(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "was not saved" }))).ToBeVisibleAsync();

        await finding.GetByRole(AriaRole.Button).Filter(new() { HasText = "2012-10-17" }).ClickAsync();
        await Expect(page.GetByText("No findings", new() { Exact = true })).ToBeVisibleAsync();
        await Button(page, "Review and save").ClickAsync();
        await Expect(page.GetByText("gains", new() { Exact = true }).First).ToBeVisibleAsync();
        await Button(page, "Save policy").ClickAsync();

        await Expect(page.GetByText("is established in every Region.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Policy in force" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Not public", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Editor_ByKeyboardAlone_CompletesAndCanBeLeft()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Permissions").ClickAsync();
        await Link(page, "Begin with an example").ClickAsync();
        var text = CodeEditor(page);
        await text.FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(text).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        await Expect(text).Not.ToBeFocusedAsync();

        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("{\"Statement\":{\"Action\":\"s3:GetObjectAc");
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "s3:GetObjectAcl" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".view-lines")).ToContainTextAsync("\"s3:GetObjectAcl\"");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "saved" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Buckets_Delegated_SaySoAndLetAnotherAccountThrough()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Permissions").ClickAsync();
        await Button(page, "Apply to 3 buckets").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What changes" })).ToBeFocusedAsync();
        await Button(page, "Apply to 3 buckets").ClickAsync();
        await Expect(page.GetByText("3 of 3 delegate", new() { Exact = true })).ToBeVisibleAsync();

        await Link(page, "Write a policy").ClickAsync();
        await page.GetByLabel("Template").SelectOptionAsync("Read, another account");
        await page.GetByLabel("Account", new() { Exact = true }).FillAsync("444455556666");
        await Button(page, "Use it").ClickAsync();
        await Expect(page.Locator(".view-lines").First).ToContainTextAsync("444455556666");
        await Button(page, "Review and save").ClickAsync();
        await Button(page, "Save policy").ClickAsync();

        await Expect(page.GetByText("is established in every Region.")).ToBeVisibleAsync();
        var whoGetsIn = page.GetByRole(AriaRole.Region, new() { Name = "Who gets in from outside", Exact = true });
        await Expect(
            whoGetsIn.GetByRole(AriaRole.Row)
                .Filter(new() { HasText = "the access point to all 3 buckets" })
                .Filter(new() { HasText = "s3:GetObject" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Permissions_InBothThemes_HaveNoSeriousFindingAndFitAPhone()
    {
        var page = await OpenAsync("/access-points");
        await OpenExampleAsync(page);
        await Link(page, "Permissions").ClickAsync();
        await Expect(Link(page, "Write a policy")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "permissions");
        await Button(page, "Apply to 3 buckets").ClickAsync();
        await ShouldBeAccessibleAsync(page, "bucket policies");

        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?edit=1&template=deny-all");
        await Expect(CodeEditor(page)).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "editor");
        await Button(page, "Difference").ClickAsync();
        await ShouldBeAccessibleAsync(page, "difference");
        await Button(page, "Text").ClickAsync();
        await Button(page, "Review and save").ClickAsync();
        await Expect(Button(page, "Save policy")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "review");
        await page.SetViewportSizeAsync(320, 800);
        await ShouldNotScrollSidewaysAsync(page);
    }

    // until the code editor is there, a plain field of the same name stands in its place
    private static ILocator CodeEditor(IPage page) =>
        page.GetByRole(AriaRole.Textbox, new() { Name = Label, Exact = true }).And(page.Locator("[aria-roledescription=editor]"));
}
