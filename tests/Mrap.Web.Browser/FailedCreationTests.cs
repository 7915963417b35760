using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// A creation that the service accepts and then gives up: its cause is named once, and what succeeded before is not lost.
/// </summary>
public sealed class FailedCreationTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    [Fact]
    public async Task Person_WhoseCreationFails_LearnsWhichBucketIsToBlame_AndTriesAgain()
    {
        var page = await OpenAsync("/access-points/create");
        await page.GetByLabel("Access point name").FillAsync("broken");
        await Expect(page.GetByText("is free in your account", new() { Exact = true })).ToBeVisibleAsync();
        await Button(page, "Next").ClickAsync();
        await Button(page, "Create a bucket").ClickAsync();
        await Bucket(page, 1).GetByLabel("Region").SelectOptionAsync("eu-west-1");
        await Button(page, "Add a bucket of another account").ClickAsync();
        await Bucket(page, 2).GetByLabel("Bucket name").FillAsync("their-bucket");
        await Bucket(page, 2).GetByLabel("Its account").FillAsync("444455556666");
        await Bucket(page, 2).GetByLabel("Region").SelectOptionAsync("ap-southeast-2");
        await Button(page, "Next").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Block all public access" })).ToBeCheckedAsync();
        await Button(page, "Next").ClickAsync();
        await Button(page, "Create access point").ClickAsync();

        await Expect(page.Locator(".page-title").GetByText("Creation failed", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("[role=alert]:not(:empty)")).ToHaveCountAsync(1);
        await Expect(page.Locator("[role=alert]:not(:empty)")).ToContainTextAsync("It is their-bucket in Sydney (ap-southeast-2)");
        var steps = page.GetByRole(AriaRole.List, new() { Name = "Steps" }).GetByRole(AriaRole.Listitem);
        await Expect(steps.First).ToContainTextAsync("Create the bucket broken-euw1 in Ireland");
        await Expect(steps.First).ToContainTextAsync("Done, and stays so");
        await Expect(steps.Last).ToContainTextAsync("Failed");
        await ShouldBeAccessibleAsync(page, "failed creation");

        await Link(page, "All access points").ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "broken" });
        await Expect(row).ToContainTextAsync("Creation failed");
        await Expect(row).ToContainTextAsync("their-bucket");
        await ShouldBeAccessibleAsync(page, "list with a failed creation");

        await row.GetByRole(AriaRole.Link, new() { Name = "broken", Exact = true }).ClickAsync();
        await Link(page, "Change it and try again").ClickAsync();
        await page.GotoAsync("/access-points/create?step=buckets");
        await Button(page, "Remove bucket their-bucket").ClickAsync();
        await Button(page, "Next").ClickAsync();
        await Button(page, "Next").ClickAsync();
        await Button(page, "Create access point").ClickAsync();
        await Expect(page.Locator(".page-title").GetByText("Ready", new() { Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync("/access-points");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "broken" })).ToHaveCountAsync(1);
        await Expect(page.GetByText("Creation failed", new() { Exact = true })).ToHaveCountAsync(0);
    }

    private static ILocator Bucket(IPage page, int number) =>
        page.GetByRole(AriaRole.Group, new() { Name = $"Bucket {number}", Exact = true });
}
