using Bunit;
using Mrap.Web.Components.Dashboard;
using Mrap.Web.Components.RouteExplainer;

namespace Mrap.Web.Tests.Pages;

/// <summary>What the start page and the explainer show over a sandbox without an access point.</summary>
public sealed class EmptyDashboardTests(EmptySandbox sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<EmptySandbox>
{
    [Fact]
    public void Dashboard_WithoutAnAccessPoint_OffersToCreateOneOrToLoadTheExample()
    {
        var page = Open<DashboardPage>("/");

        Eventually(page, () => page.ByRole("button", "Load the example"));
        page.ByRole("link", "Create access point");
        page.FindAll("svg.map").ShouldBeEmpty();
    }

    [Fact]
    public void Explainer_WithoutAnAccessPoint_SaysWhatToDo()
    {
        var page = Open<RouteExplainerPage>("/routes?from=ng-lagos");

        Eventually(page, () => page.ByRole("heading", "There is no access point to explain yet"));
        page.ByRole("link", "Create access point");
    }
}
