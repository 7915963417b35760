using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Activity;
using Mrap.Aws.Connections;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Routing;

public sealed class SubmitRoutesTests
{
    private static readonly AccessPoint s_accessPoint = new(
        AccessPointName.Parse("demo").Value,
        AccessPointAlias.Parse("mmqdt41e4bf6x.mrap").Value,
        AccountId.Parse("111122223333").Value,
        DateTimeOffset.UnixEpoch,
        AccessPointStatus.Ready,
        BlockPublicAccess.AllOn,
        []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_FirstRegionsAreDown_AsksTheNextAndNamesBucketsOnly()
    {
        await using var server =
            await RecordingServer.StartAsync((request, _) => request switch
            {
                { Method: "GET" } => Answer(("us-east-1", true), ("eu-west-1", false)),
                _ when request.Host.Contains("ap-northeast-1", StringComparison.Ordinal) => RecordedAnswer.Empty,
                _ => new RecordedAnswer(503, "<ErrorResponse><Error><Code>SlowDown</Code><Message>no</Message></Error></ErrorResponse>"),
            });
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });
        var now = Table(("us-east-1", true), ("eu-west-1", false));

        var outcome = await services.Get<SubmitRoutes>().ExecuteAsync(
            s_accessPoint, now, Table(("us-east-1", false), ("eu-west-1", true)), Cancellation);

        outcome.Fault.ShouldBeNull();
        outcome.Value.AnsweredBy.ShouldNotBeNull().Value.ShouldBe("ap-northeast-1");
        outcome.Value.Silent.Select(silent => (silent.Region.Value, silent.Fault.Code))
            .ShouldBe([("us-west-2", "SlowDown"), ("ap-southeast-2", "SlowDown")]);
        server.Requests.Where(request => request.Method == "PATCH").Select(request => request.Host.Split('.')[2])
            .ShouldBe(["us-west-2", "ap-southeast-2", "ap-northeast-1"]);
        server.Requests[^1].Text.ShouldContain("<RouteUpdates><Route><Bucket>b-eu-west-1</Bucket><TrafficDialPercentage>100"
            + "</TrafficDialPercentage></Route><Route><Bucket>b-us-east-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage>"
            + "</Route></RouteUpdates>");
    }

    [Fact]
    public async Task Submit_ServiceRefuses_DoesNotAskAnotherRegion()
    {
        await using var server = await RecordingServer.StartAsync(
            (request, _) => request.Method == "GET"
                ? Answer(("us-east-1", true), ("eu-west-1", true))
                : new RecordedAnswer(
                    409, "<ErrorResponse><Error><Code>OperationAborted</Code><Message>no</Message></Error></ErrorResponse>"));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });

        var outcome = await services.Get<SubmitRoutes>().ExecuteAsync(
            s_accessPoint, Table(("us-east-1", true), ("eu-west-1", true)), Table(("us-east-1", true), ("eu-west-1", false)),
            Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe("OperationAborted");
        server.Requests.Count(request => request.Method == "PATCH").ShouldBe(1);
    }

    [Fact]
    public async Task Submit_SomebodyElseChangedThem_SendsNothingAndSaysSo()
    {
        await using var server =
            await RecordingServer.StartAsync((_, _) => Answer(("us-east-1", true), ("eu-west-1", true)));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });

        var outcome = await services.Get<SubmitRoutes>().ExecuteAsync(
            s_accessPoint, Table(("us-east-1", true), ("eu-west-1", false)), Table(("us-east-1", false), ("eu-west-1", true)),
            Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe("RoutesChanged");
        server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Submit_ARegionIsSilent_GoesOnToTheNextWhenItsTimeIsOver()
    {
        var time = new FakeTimeProvider();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new List<string>();
        var answer = RouteRegions.TryEachAsync<string>(
            RegionCatalog.RouteControl,
            "Nothing came.",
            async (region, token) =>
            {
                asked.Add(region.Value);
                if (asked.Count == 1)
                {
                    await held.Task.WaitAsync(token);
                }

                return region.Value;
            },
            time,
            Cancellation);

        time.Advance(TimeSpan.FromSeconds(8));

        var (answeredBy, silent) = ((await answer).Value.Region.Value, (await answer).Value.Silent.Single());
        silent.Region.Value.ShouldBe(asked[0]);
        silent.Fault.Code.ShouldBe("NoConnection");
        answeredBy.ShouldBe(asked[1]);
    }

    [Fact]
    public async Task History_OfChanges_HoldsWhatWasAndWhatWasAskedFor()
    {
        await using var server = await RecordingServer.StartAsync(
            (request, _) => request.Method == "GET" ? Answer(("us-east-1", true), ("eu-west-1", false)) : RecordedAnswer.Empty);
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });
        var (before, after) = (Table(("us-east-1", true), ("eu-west-1", false)), Table(("us-east-1", false), ("eu-west-1", true)));
        await services.Get<SubmitRoutes>().ExecuteAsync(s_accessPoint, before, after, Cancellation);

        var history = await services.Get<GetRouteHistory>().ExecuteAsync(s_accessPoint.Name, count: 5, Cancellation);
        var change = history.ShouldHaveSingleItem();

        change.Before.ShouldBe(before);
        change.After.ShouldBe(after);
        change.Entry.Outcome.ShouldBe(ActivityOutcome.Succeeded);
    }

    [Fact]
    public async Task Submit_NothingDiffers_SendsNothing()
    {
        await using var server = await RecordingServer.StartAsync((_, _) => RecordedAnswer.Empty);
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port });
        var now = Table(("us-east-1", true), ("eu-west-1", true));

        (
            await services.Get<SubmitRoutes>().ExecuteAsync(
                s_accessPoint, now, now, Cancellation)).IsSuccess.ShouldBeTrue();

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Order_RegionBecomesPassive_IsAskedLast() =>
        SubmitRoutes.Order(Table(("eu-west-1", true), ("us-east-1", false), ("us-west-2", false)), FleetHealth.AllUp)
            .Select(region => region.Value)
            .ShouldBe(["ap-southeast-2", "ap-northeast-1", "eu-west-1", "us-east-1", "us-west-2"]);

    [Fact]
    public void Order_RegionIsDown_IsAskedAfterThoseThatAreLeft() =>
        SubmitRoutes.Order(
                Table(("eu-west-1", true), ("us-east-1", false)),
                FleetHealth.AllUp.With(RegionId.Parse("us-west-2").Value, RegionHealth.Down))
            .Select(region => region.Value)
            .ShouldBe(["ap-southeast-2", "ap-northeast-1", "eu-west-1", "us-east-1", "us-west-2"]);

    private static RecordedAnswer Answer(params (string Region, bool IsActive)[] routes) => new(
        200,
        "<GetMultiRegionAccessPointRoutesResult><Routes>"
            + string.Concat(
                routes.Select(
                    route => $"<Route><Bucket>b-{route.Region}</Bucket><Region>{route.Region}</Region><TrafficDialPercentage>"
                        + $"{(route.IsActive ? 100 : 0)}</TrafficDialPercentage></Route>"))
            + "</Routes></GetMultiRegionAccessPointRoutesResult>");

    private static RouteTable Table(params (string Region, bool IsActive)[] routes) => RouteTable.Create(routes.Select(route => new Route(
        BucketName.Parse($"b-{route.Region}").Value,
        RegionId.Parse(route.Region).Value,
        route.IsActive ? TrafficDial.Active : TrafficDial.Passive)));
}
