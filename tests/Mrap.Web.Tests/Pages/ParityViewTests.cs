using Bunit;
using Mrap.Web.Components.AccessPoints.Details;

namespace Mrap.Web.Tests.Pages;

/// <summary>The settings of two buckets side by side, over a real sandbox.</summary>
public sealed class ParityViewTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public async Task Tags_ThatDiffer_AreShownReviewedAndBroughtInLine()
    {
        await sandbox.Client.S3Async(
            "PUT", $"/{SandboxPages.Name}-eu-west-1?tagging",
            "<Tagging><TagSet><Tag><Key>team</Key><Value>media</Value></Tag></TagSet></Tagging>", "eu-west-1");
        var page = OpenParity("?setting=tags");
        Eventually(page, () => page.ByRole("button", "Bucket tags").GetAttribute("aria-expanded").ShouldBe("true"));
        Eventually(page, () => page.Markup.ShouldContain("1 of 14 differ"));
        page.Find(".parity-details").TextContent.ShouldContain("Nothing set");

        await PressAsync(page, "Review…");
        Eventually(page, () => page.ByRole("heading", "What changes"));
        page.Find(".diff").TextContent.ShouldContain("team");
        await PressAsync(page, "Change 1 bucket");

        Eventually(page, () => page.Markup.ShouldContain("0 of 14 differ"));
        (await sandbox.Client.S3Async("GET", $"/{SandboxPages.Name}-us-east-1?tagging", region: "us-east-1")).Text
            .ShouldContain("media");
    }

    [Fact]
    public void Setting_OpenedAndClosed_IsInTheAddress()
    {
        var page = OpenParity(string.Empty);
        Eventually(page, () => page.ByRole("button", "Versioning"));

        page.ByRole("button", "Versioning").Click();
        Eventually(page, () => Navigator.Uri.ShouldEndWith("/parity?setting=versioning"));
        page.ByRole("button", "Versioning").Click();

        Eventually(page, () => Navigator.Uri.ShouldEndWith("/parity"));
    }

    [Fact]
    public void Row_WithoutADifference_OffersNoChange()
    {
        var page = OpenParity("?setting=logging");

        Eventually(page, () => page.ByRole("button", "Server access logging").GetAttribute("aria-expanded").ShouldBe("true"));
        page.AllByRole("button").ShouldNotContain(button => button.TextContent.Contains("Review"));
    }

    private IRenderedComponent<AccessPointPage> OpenParity(string query) => Open<AccessPointPage>(
        $"/access-points/{SandboxPages.Name}/replication/parity{query}",
        parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication")
            .Add(page => page.View, "parity"));
}
