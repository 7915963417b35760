using Bunit;
using Mrap.Web.Components.AccessPoints.Create;

namespace Mrap.Web.Tests.Pages;

public sealed class CreatePageTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public void Name_ThatCannotBe_StaysAtItsStepAndSaysWhy()
    {
        var page = OpenWizard("/access-points/create");

        page.ByLabel("Access point name").Input("Not-allowed");
        page.ByRole("form", "Name").Submit();

        Eventually(page, () => page.ByLabel("Access point name").GetAttribute("aria-invalid").ShouldBe("true"));
        page.ByRole("heading", "Name");
    }

    [Fact]
    public void Name_OfAnotherAccessPoint_IsTaken()
    {
        var page = OpenWizard("/access-points/create");

        page.ByLabel("Access point name").Input(SandboxPages.Name);

        Eventually(page, () => page.AllByRole("status").ShouldContain(s => s.TextContent.Contains("is taken in your account")));
    }

    [Fact]
    public void Name_ThatIsFree_LeadsToTheBuckets()
    {
        var page = OpenWizard("/access-points/create");

        page.ByLabel("Access point name").Input("fresh");
        page.ByRole("form", "Name").Submit();

        Eventually(page, () => page.ByRole("heading", "Buckets"));
        Navigator.Uri.ShouldEndWith("/access-points/create?step=buckets");
        page.ByRole("button", "Create a bucket");
        page.ByRole("link", "Previous");
    }

    [Fact]
    public void Step_ThatIsNotEarned_IsNotShown() =>
        OpenWizard("/access-points/create?step=review").ByRole("heading", "Name");

    private IRenderedComponent<CreatePage> OpenWizard(string address)
    {
        var page = Open<CreatePage>(address);
        Eventually(page, () => page.ByLabel("Access point name"));
        return page;
    }
}
