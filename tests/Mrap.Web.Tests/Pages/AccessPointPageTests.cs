using AngleSharp.Dom;
using Bunit;
using Mrap.Web.Components.AccessPoints.Details;

namespace Mrap.Web.Tests.Pages;

/// <summary>An access point's page with its tabs for permissions, test cases and requests.</summary>
public sealed class AccessPointPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public void Page_SaysWhatItIsAndWhereItsPagesAre()
    {
        var page = OpenTab();

        page.ByRole("heading", SandboxPages.Name);
        page.ByRole("navigation", "Pages of media").QuerySelectorAll("a").Select(tab => tab.TextContent)
            .ShouldBe(["Overview", "Properties", "Permissions", "Failover", "Replication", "Metrics", "Clients", "Requests"]);
        page.FindAll("[aria-current=page]").ShouldContain(tab => tab.TextContent == "Overview");
        page.ByRole("button", "Copy the ARN").GetAttribute("data-copy").ShouldNotBeNull().ShouldStartWith("arn:aws:s3::111122223333:");
    }

    [Fact]
    public void Tab_ThatIsNone_SaysSo() => OpenTab("nothing").ByRole("heading", "There is no page “nothing” here");

    [Fact]
    public void Properties_NameTheBuckets()
    {
        var page = OpenTab("properties");

        Eventually(page, () => page.Markup.ShouldContain("media-eu-west-1"));
    }

    [Fact]
    public void Permissions_WithoutAPolicy_SayWhoGetsInAndOfferOne()
    {
        var page = OpenTab("permissions");

        Eventually(
            page, () => page.ByRole("link", "Write a policy").GetAttribute("href").ShouldBe("/access-points/media/permissions?edit=1"));
        page.Markup.ShouldContain("There is no policy yet.");
        page.ByRole("button", "Apply to 2 buckets");
        page.ByRole("link", "Open the simulator").GetAttribute("href").ShouldBe("/simulator?accessPoint=media");
    }

    [Fact]
    public void Permissions_OpenForEditing_HoldTheTemplateOfTheirAddress()
    {
        var page = OpenTab("permissions", "?edit=1&template=deny-all");

        Eventually(page, () => page.ByLabel("Template").QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe("deny-all"));
        page.ByRole("button", "Review and save");
    }

    [Fact]
    public void Request_Sent_ListsTheObjectsOfTheNearestRegion()
    {
        var page = OpenTab("requests", "?vantage=eu-central-1");
        Eventually(page, () => page.ByRole("form", "Request"));

        page.ByRole("form", "Request").Submit();

        Eventually(page, () => page.ByRole("button", "hello.txt"));
        page.Markup.ShouldContain("eu-west-1");
        Navigator.Uri.ShouldContain("op=list");
    }

    [Fact]
    public void Request_WithoutAKey_AsksForOne()
    {
        var page = OpenTab("requests", "?op=get");
        Eventually(page, () => page.ByRole("form", "Request"));

        page.ByRole("form", "Request").Submit();

        page.ByLabel("Key").GetAttribute("aria-invalid").ShouldBe("true");
        page.Markup.ShouldContain("Give the key of an object.");
    }

    [Fact]
    public void Request_ForAnObjectThatIsNotThere_SaysWhereItIs()
    {
        var page = OpenTab("requests", "?op=get&key=nowhere.txt");
        Eventually(page, () => page.ByRole("form", "Request"));

        page.ByRole("form", "Request").Submit();

        Eventually(page, () => page.AllByRole("row").Count(HasNot).ShouldBe(2));

        static bool HasNot(IElement row) => row.TextContent.Contains("Missing", StringComparison.Ordinal);
    }

    private IRenderedComponent<AccessPointPage> OpenTab(string? tab = null, string query = "")
    {
        var address = "/access-points/media" + (tab is null ? string.Empty : "/" + tab) + query;
        var page = Open<AccessPointPage>(address, page => page.Add(p => p.Name, SandboxPages.Name).Add(p => p.Tab, tab));
        Eventually(page, () => page.ByRole("navigation", "Pages of media"));
        return page;
    }
}
