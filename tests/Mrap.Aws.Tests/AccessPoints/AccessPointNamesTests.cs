using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Connections;
using Mrap.Testing;

namespace Mrap.Aws.Tests.AccessPoints;

public sealed class AccessPointNamesTests
{
    [Fact]
    public async Task Name_OfAServiceThatDoesNotAnswer_IsUnknownAfterTwoSeconds()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var gate = new ManualResetEventSlim();
        var time = new FakeTimeProvider();
        await using var server = await RecordingServer.StartAsync((_, _) =>
        {
            gate.Wait(cancellation);
            return RecordedAnswer.Empty;
        });
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 }, time);

        var finding = services.Get<AccessPointNames>().FindAsync(Example.AccessPoint().Arn.ToString(), cancellation);
        SpinWait.SpinUntil(() => server.Requests.Count > 0, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        finding.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(2));

        (await finding).ShouldBeNull();
        gate.Set();
    }
}
