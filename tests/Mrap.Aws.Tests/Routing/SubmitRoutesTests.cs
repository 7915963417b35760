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
            await RecordingServer.StartAsync((request, _) => request.Host.Contains("ap-northeast-1", StringComparison.Ordinal)
            ? RecordedAnswer.Empty
            : new RecordedAnswer(503, "<ErrorResponse><Error><Code>SlowDown</Code><Message>no</Message></Error></ErrorResponse>"));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });
        var now = Table(("us-east-1", true), ("eu-west-1", false));

        var outcome = await services.Get<SubmitRoutes>().ExecuteAsync(
            s_accessPoint, now, Table(("us-east-1", false), ("eu-west-1", true)), Cancellation);

        outcome.Fault.ShouldBeNull();
        server.Requests.Select(request => request.Host.Split('.')[2]).ShouldBe(["us-west-2", "ap-southeast-2", "ap-northeast-1"]);
        server.Requests[^1].Text.ShouldContain("<RouteUpdates><Route><Bucket>b-eu-west-1</Bucket><TrafficDialPercentage>100</TrafficDialPercentage></Route><Route><Bucket>b-us-east-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route></RouteUpdates>");
    }

    [Fact]
    public async Task Submit_ServiceRefuses_DoesNotAskAnotherRegion()
    {
        await using var server = await RecordingServer.StartAsync(
            (_, _) =>
                new RecordedAnswer(
                    409, "<ErrorResponse><Error><Code>OperationAborted</Code><Message>no</Message></Error></ErrorResponse>"));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 });

        var outcome = await services.Get<SubmitRoutes>().ExecuteAsync(
            s_accessPoint, Table(("us-east-1", true), ("eu-west-1", true)), Table(("us-east-1", true), ("eu-west-1", false)),
            Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe("OperationAborted");
        server.Requests.Count.ShouldBe(1);
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
        SubmitRoutes.Order(Table(("eu-west-1", true), ("us-east-1", false), ("us-west-2", false))).Select(region => region.Value)
            .ShouldBe(["ap-southeast-2", "ap-northeast-1", "eu-west-1", "us-east-1", "us-west-2"]);

    private static RouteTable Table(params (string Region, bool IsActive)[] routes) => RouteTable.Create(routes.Select(route => new Route(
        BucketName.Parse($"b-{route.Region}").Value,
        RegionId.Parse(route.Region).Value,
        route.IsActive ? TrafficDial.Active : TrafficDial.Passive)));
}
