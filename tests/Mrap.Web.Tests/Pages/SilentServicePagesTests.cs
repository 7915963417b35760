using Mrap.Web.Components.AccessPoints.Create;
using Mrap.Web.Components.AccessPoints.Details;
using Mrap.Web.Components.AccessPoints.List;

namespace Mrap.Web.Tests.Pages;

/// <summary>Where nobody answers, each page says what happened, why and what to do, and can be tried again.</summary>
public sealed class SilentServicePagesTests() : SandboxPageContext(port: 1)
{
    [Fact]
    public void List_SaysWhyItIsNotThere()
    {
        var page = Open<AccessPointsPage>("/access-points");
        page.ByRole("status", "Loading the access points");

        Eventually(page, () => page.ByRole("alert").TextContent.ShouldContain("sandbox"));
        page.ByRole("button", "Try again");
        page.AllByRole("table").ShouldBeEmpty();
    }

    [Fact]
    public void AccessPoint_SaysWhyItIsNotThere()
    {
        var page = Open<AccessPointPage>("/access-points/media", page => page.Add(p => p.Name, "media"));

        Eventually(page, () => page.ByRole("alert"));
        page.ByRole("button", "Try again");
    }

    [Fact]
    public void AccessPoint_OfAnImpossibleName_SaysThatThereIsNone()
    {
        var page = Open<AccessPointPage>("/access-points/No", page => page.Add(p => p.Name, "No"));

        page.ByRole("alert").TextContent.ShouldContain("There is no access point of this name.");
    }

    [Fact]
    public void Wizard_StillTakesAName()
    {
        var page = Open<CreatePage>("/access-points/create");

        Eventually(page, () => page.ByLabel("Access point name"));
        page.ByRole("alert");
    }
}
