using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Operations;
using Mrap.Core.AccessPoints;
using Mrap.Web.Components.AccessPoints.Create;
using Mrap.Web.Components.AccessPoints.Details;
using Mrap.Web.Components.AccessPoints.List;
using Mrap.Web.Components.Operations;

namespace Mrap.Web.Tests.Pages;

/// <summary>Where nobody answers, each page says what happened, why and what to do, and can be tried again.</summary>
public sealed class SilentServicePagesTests() : SandboxPageContext(port: 1)
{
    [Fact]
    public void List_SaysWhyItIsNotThere()
    {
        var page = Open<AccessPointsPage>("/access-points");

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
    public void AccessPoint_ThatCouldNotBeReadBefore_SaysSoAtOnce()
    {
        var first = Open<AccessPointPage>("/access-points/media", page => page.Add(p => p.Name, "media"));
        Eventually(first, () => first.ByRole("alert"));

        var second = Open<AccessPointPage>("/access-points/media", page => page.Add(p => p.Name, "media"));

        second.ByRole("alert").TextContent.ShouldBe(first.ByRole("alert").TextContent);
    }

    [Fact]
    public void Operation_ThatCouldNotBeAskedBefore_SaysSoAtOnce()
    {
        var media = AccessPointName.Parse("media").Value;
        var now = TimeProvider.System.GetUtcNow();
        Services.GetRequiredService<OperationLog>().Remember(
            new(
                "arn:aws:s3:us-west-2:000000000000:async-request/mrap/create/1", AsyncOperationKind.Create, media, now,
                AsyncOperationStatus.InProgress, [], Fault: null, now));
        var first = Open<OperationTimeline>("/access-points/media", timeline => timeline.Add(t => t.AccessPoint, media));
        Eventually(first, () => first.ByRole("alert"));

        var second = Open<OperationTimeline>("/access-points/media", timeline => timeline.Add(t => t.AccessPoint, media));

        second.ByRole("alert").TextContent.ShouldBe(first.ByRole("alert").TextContent);
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
