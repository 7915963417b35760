using System.Net;
using System.Net.Sockets;
using System.Text;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessPoints;

public sealed class FailoverTests
{
    [Fact]
    public async Task RequestUnderWay_WhileRoutesChange_FinishesWhereItBegan()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: TestContext.Current.CancellationToken);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        var request = SandboxClient.AccessPoint(alias, "PUT", "/k", "eu-west-1") with { Body = "hello"u8.ToArray() };
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, sandbox.Host.HttpPort), TestContext.Current.CancellationToken);

        // "100 Continue" says that the sandbox waits for the body: by then the request is routed.
        var head = client.Head(request with { Headers = new Dictionary<string, string>(request.Headers) { ["Expect"] = "100-continue" } });
        await socket.SendAsync(Encoding.Latin1.GetBytes(head), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var interim = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Encoding.ASCII.GetString(buffer, 0, interim).ShouldStartWith("HTTP/1.1 100");
        await MakePassiveAsync(client, alias, "demo-eu-west-1");
        var next =
            await client.AccessPointAsync(alias, "GET", "/k", vantage: "eu-west-1", cancellation: TestContext.Current.CancellationToken);
        await socket.SendAsync(request.Body, TestContext.Current.CancellationToken);
        var count = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        next.Headers["x-sandbox-region"].ShouldBe("us-east-1");
        var answer = Encoding.ASCII.GetString(buffer, 0, count);
        answer.ShouldStartWith("HTTP/1.1 200");
        answer.ShouldContain("x-sandbox-region: eu-west-1");
        (
            await client.S3Async(
                "GET", "/demo-eu-west-1/k", region: "eu-west-1",
                cancellation: TestContext.Current.CancellationToken)).Text.ShouldBe("hello");
        (await client.S3Async("GET", "/demo-us-east-1/k", cancellation: TestContext.Current.CancellationToken)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task PassiveRegion_NearestAndAloneInHealth_IsNeverChosen()
    {
        await using var sandbox = await SandboxFixture.StartAsync(cancellation: TestContext.Current.CancellationToken);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        await MakePassiveAsync(client, alias, "demo-eu-west-1");

        var far =
            await client.AccessPointAsync(alias, "GET", "/k", vantage: "eu-west-1", cancellation: TestContext.Current.CancellationToken);
        var down = await client.SendAsync(
            WireRequest.Of("PUT", "/_sandbox/regions/us-east-1", "{\"state\":\"down\"}") with { IsSigned = false },
            TestContext.Current.CancellationToken);
        var none =
            await client.AccessPointAsync(alias, "GET", "/k", vantage: "eu-west-1", cancellation: TestContext.Current.CancellationToken);

        far.Headers["x-sandbox-region"].ShouldBe("us-east-1");
        down.Status.ShouldBe(200);
        (none.Status, none.ErrorCode).ShouldBe((503, "ServiceUnavailable"));
    }

    private static async Task MakePassiveAsync(SandboxClient client, string alias, string bucket)
    {
        var answer = await client.SubmitRoutesAsync(
            alias, $"<Route><Bucket>{bucket}</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>",
            TestContext.Current.CancellationToken);
        answer.Status.ShouldBe(200, answer.Text);
    }
}
