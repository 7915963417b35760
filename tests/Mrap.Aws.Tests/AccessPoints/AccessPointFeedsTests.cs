using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Testing;

namespace Mrap.Aws.Tests.AccessPoints;

public sealed class AccessPointFeedsTests
{
    private const string Identity = "<GetCallerIdentityResponse "
        + "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>111122223333</Account>"
        + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private static readonly AccessPointName s_name = AccessPointName.Parse("demo").Value;
    private static readonly Change s_change = new(ChangeAction.ReplacePolicy, "demo", "demo", Before: null, "{}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_ThatEnded_IsReadBeforeTheTimeOfTheNextReading()
    {
        using var readings = new SemaphoreSlim(0);
        await using var server = await RecordingServer.StartAsync((request, _) => Answer(request, readings));
        var time = new FakeTimeProvider();
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 }, time);
        using var watch = services.Get<AccessPointFeeds>().Of(s_name).Subscribe(() => { });
        await readings.WaitAsync(Cancellation);

        await services.Get<ChangeGate>().PassAsync(s_change, () => Task.FromResult<Outcome<Unit>>(Unit.Instance));

        // A reading that failed is followed by the next after four seconds.
        var isRead = false;
        for (var passed = TimeSpan.Zero; !isRead && passed < TimeSpan.FromSeconds(3); passed += TimeSpan.FromMilliseconds(50))
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            isRead = await readings.WaitAsync(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        (isRead || await readings.WaitAsync(TimeSpan.FromSeconds(10), Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Change_Refused_IsNoReasonToReadAgain()
    {
        using var services = new ConsoleServices(port: 1);
        services.Acting.Current = new ActingUser("vera", Role.Viewer);
        var ended = 0;
        services.Get<ActivityWriter>().Ended += (_, _) => ended++;

        await services.Get<ChangeGate>().PassAsync(s_change, () => Task.FromResult<Outcome<Unit>>(Unit.Instance));
        ended.ShouldBe(0);

        services.Acting.Current = ActingAs.Administrator;
        await services.Get<ChangeGate>().PassAsync(s_change, () => Task.FromResult<Outcome<Unit>>(Unit.Instance));
        ended.ShouldBe(1);
    }

    private static RecordedAnswer Answer(RecordedRequest request, SemaphoreSlim readings)
    {
        if (request.Host.StartsWith("sts.", StringComparison.Ordinal))
        {
            return new RecordedAnswer(200, Identity);
        }

        readings.Release();
        return new RecordedAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>");
    }
}
