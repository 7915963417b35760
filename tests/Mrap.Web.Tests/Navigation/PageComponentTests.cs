using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Web.Circuit;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Navigation;

/// <summary>A page follows its address and writes it.</summary>
public sealed class PageComponentTests : PageContext
{
    private NavigationManager Navigator => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_OpenedByALink_ShowsWhatItSays()
    {
        Navigator.NavigateTo("/page?view=table&region=eu-west-1");

        Render<Page>().Markup.ShouldBe("True eu-west-1 read 1");
    }

    [Fact]
    public void Page_FollowsItsAddress()
    {
        Navigator.NavigateTo("/page");
        var page = Render<Page>();

        Navigator.NavigateTo("/page?region=us-east-1");
        page.Markup.ShouldBe("False us-east-1 read 2");

        Navigator.NavigateTo("/other?region=eu-west-1");
        page.Markup.ShouldBe("False us-east-1 read 2");
    }

    [Fact]
    public async Task Page_ThatKeepsAState_IsNotToldOfIt()
    {
        Navigator.NavigateTo("/page");
        var page = Render<Page>();

        await page.InvokeAsync(() => page.Instance.KeepTable());
        page.Render();

        page.Markup.ShouldBe("True  read 1");
        Navigator.Uri.ShouldEndWith("/page?view=table");
    }

    [Fact]
    public void Part_ThatCannotBeRead_IsNamedQuietly()
    {
        Navigator.NavigateTo("/page?region=atlantis&view=table");

        Render<Page>().Markup.ShouldBe("True  read 1");

        var flash = Services.GetRequiredService<Flashes>().All.ShouldHaveSingleItem();
        flash.Kind.ShouldBe(FlashKind.Info);
        flash.Text.ShouldBe(
            "A part of this address could not be read and is left out: “region” must be a Region such as us-east-1.");
    }

    private sealed class Page : PageComponent<OverviewState>
    {
        private int _reads;

        public void KeepTable() => Keep(State with { IsTable = true });

        protected override Task OnStateChangedAsync(OverviewState? previous)
        {
            _reads++;
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, $"{State.IsTable} {State.Region} read {_reads}");
    }
}
