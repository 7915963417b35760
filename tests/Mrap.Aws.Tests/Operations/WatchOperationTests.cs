using Mrap.Aws.Connections;
using Mrap.Aws.Operations;
using Mrap.Core.AccessPoints;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Operations;

public sealed class WatchOperationTests
{
    private const string Token = "arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/tok";
    private const string Identity = "<GetCallerIdentityResponse "
        + "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>111122223333</Account>"
        + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_SlowOperation_PausesLongerAndLongerAndYieldsChangesOnly()
    {
        var time = new LeapingTime(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        var polls = 0;
        await using var server = await RecordingServer.StartAsync((request, _) =>
        {
            if (request.Host.StartsWith("sts.", StringComparison.Ordinal))
            {
                return new RecordedAnswer(200, Identity);
            }

            var poll = Interlocked.Increment(ref polls);
            return Describe(poll < 20 ? "INPROGRESS" : "SUCCEEDED");
        });
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port }, time);
        var begun = time.GetUtcNow();

        var states = await services.Get<WatchOperation>().ExecuteAsync(Token, Cancellation).ToListAsync(Cancellation);

        states.Select(state => state.Value.Status).ShouldBe([AsyncOperationStatus.InProgress, AsyncOperationStatus.Succeeded]);
        polls.ShouldBe(20);
        (time.GetUtcNow() - begun).ShouldBeGreaterThan(TimeSpan.FromSeconds(120));
        time.Pauses.Count.ShouldBe(19);
        time.Pauses.ShouldBe(time.Pauses.Order());
        (time.Pauses[0], time.Pauses[^1]).ShouldBe((TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task Watch_UnknownOperation_EndsWithTheFault()
    {
        await using var server = await RecordingServer.StartAsync((request, _) => request.Host.StartsWith("sts.", StringComparison.Ordinal)
            ? new RecordedAnswer(200, Identity)
            : new RecordedAnswer(
                404, "<ErrorResponse><Error><Code>NoSuchAsyncRequest</Code><Message>no</Message></Error></ErrorResponse>"));
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port });

        var states = await services.Get<WatchOperation>().ExecuteAsync(Token, Cancellation).ToListAsync(Cancellation);

        states.ShouldHaveSingleItem().Fault!.Code.ShouldBe("NoSuchAsyncRequest");
    }

    private static RecordedAnswer Describe(string status) =>
        new(
            200,
            "<DescribeMultiRegionAccessPointOperationResult><AsyncOperation><CreationTime>2026-11-22T17:00:00Z</CreationTime>"
                + $"<Operation>CreateMultiRegionAccessPoint</Operation><RequestTokenARN>{Token}</RequestTokenARN><RequestParameters>"
                + "<CreateMultiRegionAccessPointRequest><Name>demo</Name></CreateMultiRegionAccessPointRequest></RequestParameters>"
                + $"<RequestStatus>{status}</RequestStatus></AsyncOperation></DescribeMultiRegionAccessPointOperationResult>");
}
