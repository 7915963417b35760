using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mrap.Testing;
using Mrap.Web.Components.Layout;

namespace Mrap.Web.Tests.Layout;

public sealed class PageBoundaryTests : PageContext
{
    private static readonly RecordingLogger<PageBoundary> s_logger = new();

    public PageBoundaryTests()
        : base(services => services.AddSingleton<ILogger<PageBoundary>>(s_logger))
    {
    }

    [Fact]
    public void Page_ThatThrows_IsToldInWordsAndLoggedOnce()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/simulator?s=a-secret-policy");

        var page = Render<PageBoundary>(boundary => boundary
            .Add(b => b.ChildContent, child => { child.OpenComponent<Throwing>(0); child.CloseComponent(); })
            .Add(b => b.ErrorContent, fault => content =>
            {
                content.OpenComponent<PageFault>(0);
                content.AddComponentParameter(1, nameof(PageFault.Fault), fault);
                content.CloseComponent();
            }));

        page.Find("[role=alert] h1").TextContent.ShouldBe("This page could not be shown");
        var (id, level, text) = s_logger.Entries.ShouldHaveSingleItem();
        (id, level).ShouldBe((2401, LogLevel.Error));
        text.ShouldBe("The page /simulator could not be shown");
    }

    private sealed class Throwing : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("broken");
    }
}
