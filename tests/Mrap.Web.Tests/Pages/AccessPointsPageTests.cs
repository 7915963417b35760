using Bunit;
using Mrap.Web.Components.AccessPoints.List;

namespace Mrap.Web.Tests.Pages;

public sealed class AccessPointsPageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public void List_NamesEachAccessPointWithItsState()
    {
        var page = Open<AccessPointsPage>("/access-points");

        Eventually(page, () => page.ByRole("link", SandboxPages.Name).GetAttribute("href").ShouldBe("/access-points/media"));
        var row = page.AllByRole("row").Single(row => row.TextContent.Contains(SandboxPages.Name, StringComparison.Ordinal));
        row.TextContent.ShouldContain("Ready");
        page.ByRole("heading", "Access points");
        page.ByRole("link", "Create access point").GetAttribute("href").ShouldBe("/access-points/create");
    }

    [Fact]
    public void Filter_ThatMatchesNothing_SaysSoAndCanBeCleared()
    {
        var page = Open<AccessPointsPage>("/access-points?q=nothing-like-it");
        Eventually(page, () => page.AllByRole("status").ShouldContain(status => status.TextContent.Contains("No access point matches")));
        page.ByLabel("Find by name, alias or bucket").GetAttribute("value").ShouldBe("nothing-like-it");

        page.ByRole("button", "Clear filter").Click();

        Eventually(page, () => page.ByRole("link", SandboxPages.Name));
        Navigator.Uri.ShouldEndWith("/access-points");
    }

    [Fact]
    public void Sort_OfAColumn_IsALinkThatTurnsItRound()
    {
        var page = Open<AccessPointsPage>("/access-points?sort=created");

        Eventually(
            page,
            () => page.AllByRole("link").Select(link => link.GetAttribute("href")).ShouldContain("/access-points?sort=-created"));
    }
}
