using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.List;
using Mrap.Web.Components.Operations;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class FailedCreationTests : PageContext
{
    private static readonly OperationSnapshot s_failed = new(
        "token", AsyncOperationKind.Create, AccessPointName.Parse("demo").Value, Example.CreatedAt, AsyncOperationStatus.Failed, [],
        new AwsFault(
            "NoSuchBucket", "The access point `demo` was not created.", "It is `media` in Ireland (`eu-west-1`).", "Create the bucket."),
        Example.CreatedAt)
    {
        Members = [new RequestedMember(BucketName.Parse("media").Value, Example.Ireland, Account: null)],
        DoneBefore = ["Create the bucket logs in Sydney", "Request the access point demo"],
    };

    [Fact]
    public void Timeline_OfAFailedCreation_KeepsWhatIsDone_AndShowsOneFault()
    {
        Services.GetRequiredService<OperationLog>().Remember(s_failed);

        var page = Render<OperationTimeline>(timeline => timeline.Add(parameters => parameters.AccessPoint, s_failed.AccessPoint));

        page.FindAll("[aria-label=Steps] li").Select(step => step.TextContent.Trim()).ShouldBe(
            [
                "Create the bucket logs in SydneyDone, and stays so", "Request the access point demoDone, and stays so",
                "Wait until it is readyFailed",
            ]);
        page.FindAll("[role=alert]").ShouldHaveSingleItem().TextContent.ShouldContain("It is media in Ireland (eu-west-1).");
    }

    [Fact]
    public void List_WithAFailedCreation_ShowsItsCause_AndLetsItBeDismissed()
    {
        OperationSnapshot? dismissed = null;
        var table = Render<AccessPointTable>(list => list
            .Add(parameters => parameters.Rows, [])
            .Add(parameters => parameters.Failed, [s_failed])
            .Add(parameters => parameters.Filter, AccessPointFilter.None)
            .Add(parameters => parameters.OnDismiss, operation => dismissed = operation));

        var row = table.FindAll("tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe("/access-points/demo");
        row.TextContent.ShouldContain("Creation failed");
        row.TextContent.ShouldContain("It is media in Ireland (eu-west-1).");
        table.Find("[aria-label='Dismiss the failed creation of demo']").Click();

        dismissed.ShouldBe(s_failed);
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData("DEM", null, null, true)]
    [InlineData("media", null, "eu-west-1", true)]
    [InlineData("other", null, null, false)]
    [InlineData(null, "ready", null, false)]
    [InlineData(null, null, "us-east-1", false)]
    public void Filter_OfFailedCreations_KeepsWhatMatches(string? text, string? status, string? region, bool isKept) =>
        AccessPointFilter.FromQuery(
            PageQuery.Of(
                ConsoleUrls.WithQuery(
                    "/", ("q", text), ("status", status), ("region", region)))).Apply([s_failed]).IsEmpty.ShouldBe(!isKept);
}
