using Bunit;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Details;

namespace Mrap.Web.Tests.Pages;

/// <summary>The gap finder over a real sandbox. Each test has a prefix of its own.</summary>
public sealed class GapsViewTests(SandboxPages sandbox) : SandboxPageContext(sandbox.Port), IClassFixture<SandboxPages>
{
    [Fact]
    public async Task Planted_Gap_IsFoundExplainedCopiedAndClosed()
    {
        await PutAsync("found/a.txt", "eu-west-1");
        var page = OpenGaps("?prefix=found/");

        await FindAsync(page);
        Eventually(page, () => page.Markup.ShouldContain("1 key differs."));
        Eventually(page, () => Row(page, "found/a.txt").TextContent.ShouldContain("No rule"));
        Row(page, "found/a.txt").TextContent.ShouldContain("Missing");

        await page.InvokeAsync(() => page.ByLabel("Choose found/a.txt").Change(true));
        await PressAsync(page, "Copy 1 object to the Regions that lack it…");
        Eventually(page, () => page.ByRole("heading", "What is copied"));
        page.Markup.ShouldContain("Copy one object from Ireland to N. Virginia");
        await PressAsync(page, "Copy");
        Eventually(page, () => page.ByRole("button", "Done"));
        await PressAsync(page, "Done");
        Eventually(page, () => Row(page, "found/a.txt").TextContent.ShouldContain("Closed"));

        await FindAsync(page);
        Eventually(page, () => page.Markup.ShouldContain("Every Region has the same objects."));
    }

    [Fact]
    public async Task Nothing_ThatBeginsSo_IsNoGoodNews()
    {
        var page = OpenGaps("?prefix=nothing-like-it/");

        await FindAsync(page);

        Eventually(page, () => page.Markup.ShouldContain("No bucket has such a key."));
    }

    [Fact]
    public async Task Key_InTheAddress_IsLookedUpAtOnce()
    {
        await PutAsync("looked/up.txt", "us-east-1");

        var page = OpenGaps("?key=looked%2Fup.txt");

        Eventually(page, () => page.Markup.ShouldContain("Ireland lacks what N. Virginia has."));
        page.Markup.ShouldContain("No enabled rule leads there for this key.");
        page.ByLabel("Key").GetAttribute("value").ShouldBe("looked/up.txt");
    }

    [Fact]
    public async Task Key_LookedUp_IsInTheAddress()
    {
        var page = OpenGaps("?prefix=kept/");

        page.ByLabel("Key").Input("hello.txt");
        await page.InvokeAsync(() => page.ByRole("form", "Look a key up").Submit());

        Eventually(page, () => page.Markup.ShouldContain("Every Region has the same object."));
        Navigator.Uri.ShouldEndWith("/gaps?prefix=kept%2F&key=hello.txt");
    }

    [Fact]
    public void Key_ThatNobodyHas_IsSaidSo()
    {
        var page = OpenGaps("?key=nobody-has-it");

        Eventually(page, () => page.Markup.ShouldContain("No Region has this key."));
    }

    [Fact]
    public async Task Filter_OfTheAddress_LeavesOthersOut_AndIsCleared()
    {
        await PutAsync("filtered/ireland.txt", "eu-west-1");
        await PutAsync("filtered/virginia.txt", "us-east-1");
        var page = OpenGaps("?prefix=filtered/&region=us-east-1");

        await FindAsync(page);
        Eventually(page, () => page.Markup.ShouldContain("1 of 2"));
        page.Markup.ShouldNotContain("Choose filtered/virginia.txt");

        Navigator.NavigateTo($"/access-points/{SandboxPages.Name}/replication/gaps?prefix=filtered/&why=failed");
        Eventually(page, () => page.Markup.ShouldContain("No difference matches"));
        await PressAsync(page, "Clear filter");
        Eventually(page, () => Row(page, "filtered/virginia.txt"));
    }

    [Fact]
    public async Task Viewer_FindsGapsAndCopiesNothing()
    {
        await PutAsync("viewed/a.txt", "eu-west-1");
        Acting.Current = ActingAs.Viewer;
        var page = OpenGaps("?prefix=viewed/");

        await FindAsync(page);

        Eventually(page, () => page.Markup.ShouldContain("Copying objects takes the role Operator."));
    }

    [Fact]
    public void Rules_WhenThereAreNone_LeadToTheGaps()
    {
        var page = Open<AccessPointPage>(
            $"/access-points/{SandboxPages.Name}/replication",
            parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication"));

        Eventually(page, () => page.ByRole("link", "Find out which keys that concerns").GetAttribute("href")
            .ShouldBe($"/access-points/{SandboxPages.Name}/replication/gaps"));
    }

    [Fact]
    public void View_ThatThereIsNot_IsSaidSo()
    {
        var page = Open<AccessPointPage>(
            $"/access-points/{SandboxPages.Name}/replication/nothing",
            parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication")
                .Add(page => page.View, "nothing"));

        Eventually(page, () => page.Markup.ShouldContain("There is no view “nothing” here"));
    }

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<AccessPointPage> page, string key) =>
        page.AllByRole("row").Single(row => row.QuerySelector("th button")?.TextContent == key);

    private static Task FindAsync(IRenderedComponent<AccessPointPage> page) =>
        page.InvokeAsync(() => page.ByRole("form", "Find gaps").Submit());

    private Task<WireAnswer> PutAsync(string key, string region) =>
        sandbox.Client.S3Async("PUT", $"/{SandboxPages.Name}-{region}/{key}", "text", region);

    private IRenderedComponent<AccessPointPage> OpenGaps(string query)
    {
        var page = Open<AccessPointPage>(
            $"/access-points/{SandboxPages.Name}/replication/gaps{query}",
            parameters => parameters.Add(page => page.Name, SandboxPages.Name).Add(page => page.Tab, "replication")
                .Add(page => page.View, "gaps"));
        Eventually(page, () => page.ByRole("form", "Find gaps"));
        return page;
    }
}
