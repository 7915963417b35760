using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Hostile;

public sealed class StalledBodyTests
{
    [Fact]
    public async Task Body_ThatStopsArriving_TimesOutAndIsNotStored()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new PatienceClock();
        await using var sandbox = await SandboxFixture.StartAsync(time: time, cancellation: cancellation);
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("bucket", "us-east-1", cancellation: cancellation);
        var patienceBegan = time.NextPatience();
        var request =
            new WireRequest("PUT", "/bucket/stalled") { AnnouncedLength = 10, Payload = Mrap.Signing.Bodies.PayloadDeclaration.Unsigned };
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", sandbox.Host.HttpPort, cancellation);
        await using var wire = connection.GetStream();
        await wire.WriteAsync(Encoding.Latin1.GetBytes(client.Head(request) + "x"), cancellation);

        // Only once the server waits for the body is its signature verified and may the clock run away from it.
        await patienceBegan.WaitAsync(cancellation);
        var answer = new byte[4096];
        var reading = wire.ReadAtLeastAsync(answer, 300, throwOnEndOfStream: false, cancellation).AsTask();
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
        }

        var text = Encoding.UTF8.GetString(answer, 0, await reading);
        text.ShouldStartWith("HTTP/1.1 400 ");
        text.ShouldContain("<Code>RequestTimeout</Code>");
        (await client.S3Async("GET", "/bucket/stalled", cancellation: cancellation)).ErrorCode.ShouldBe("NoSuchKey");
    }

    /// <summary>A clock that tells when somebody begins to wait for the rest of a body.</summary>
    private sealed class PatienceClock() : FakeTimeProvider(System.GetUtcNow())
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

        private volatile TaskCompletionSource? _began;

        public Task NextPatience()
        {
            _began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _began.Task;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == s_patience)
            {
                _began?.TrySetResult();
            }

            return timer;
        }
    }
}
