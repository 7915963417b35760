namespace Mrap.Web.Browser;

public sealed class AxeTests(Chromium chromium)
{
    [Fact]
    public async Task Run_OnAPageWithFaults_TellsOfThemAll()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            """
            <html lang="en">
              <title>a</title>
              <main><h1>a</h1><button></button><p style="color: #ddd; background: #fff">pale words</p></main>
            </html>
            """);

        var all = await Axe.RunAsync(page);
        var contrast = await Axe.RunAsync(page, "color-contrast");

        all.Select(finding => (finding.Id, finding.Impact)).ShouldBe([("button-name", "critical"), ("color-contrast", "serious")]);
        contrast.ShouldHaveSingleItem().Nodes.ShouldHaveSingleItem().ShouldContain(">pale words<");
    }
}
