using System.Net;
using System.Net.Sockets;
using System.Text;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.S3Control;

public sealed class RouteControlTests
{
    [Theory]
    [InlineData("arn%3Aaws%3As3%3A%3A111122223333%3Aaccesspoint/{0}")]
    [InlineData("arn:aws:s3::111122223333:accesspoint/{0}")]
    [InlineData("arn%3Aaws%3As3%3A%3A111122223333%3Aaccesspoint%2F{0}")]
    [InlineData("arn:aws:s3::111122223333:accesspoint:{0}")]
    public async Task Routes_NamedByAnArnInAnySpelling_AreFound(string spelling)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var answer = await client.ControlAsync("GET", $"/mrap/instances/{string.Format(null, spelling, alias)}/routes");

        answer.Values("TrafficDialPercentage").ShouldBe(["100", "100"]);
        answer.Value("Mrap").ShouldBe($"arn:aws:s3::111122223333:accesspoint/{alias}");
    }

    [Fact]
    public async Task Submit_SomeRoutes_LeavesTheOthers()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var partial = await client.SubmitRoutesAsync(
            alias, "<Route><TrafficDialPercentage>0</TrafficDialPercentage><Bucket>demo-eu-west-1</Bucket></Route>");
        var last = await client.SubmitRoutesAsync(
            alias, "<Route><Bucket>demo-us-east-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");

        partial.Status.ShouldBe(200);
        (last.Status, last.ErrorCode).ShouldBe((400, "InvalidRequest"));
        (await client.ControlAsync("GET", SandboxClient.RoutesPath(alias))).Values("TrafficDialPercentage").ShouldBe(["0", "100"]);
    }

    [Fact]
    public async Task Submit_ForOneRegion_IsNotAllowed()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1");

        var answer = await client.SubmitRoutesAsync(
            alias, "<Route><Bucket>demo-us-east-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");

        (answer.Status, answer.ErrorCode).ShouldBe((405, "MethodNotAllowed"));
    }

    [Fact]
    public async Task Submit_WhileAnotherIsUnderWay_Conflicts()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        var body =
            SandboxClient.RoutesDocument("<Route><Bucket>demo-eu-west-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");
        var request = SandboxClient.Control("PATCH", SandboxClient.RoutesPath(alias), body);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, sandbox.Host.HttpPort), TestContext.Current.CancellationToken);

        // The first request waits for its body; "100 Continue" says that the sandbox is reading it, so its turn has begun.
        var head = client.Head(request with { Headers = new Dictionary<string, string>(request.Headers) { ["Expect"] = "100-continue" } });
        await socket.SendAsync(Encoding.Latin1.GetBytes(head), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        var loser = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        var count = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        loser.Status.ShouldBe(409);
        Encoding.ASCII.GetString(buffer, 0, count).ShouldStartWith("HTTP/1.1 200");
    }

    [Fact]
    public async Task Submit_InABurst_IsToldToSlowDown()
    {
        await using var sandbox = await SandboxFixture.StartAsync(time: new(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero)));
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var answers = new List<WireAnswer>();
        for (var i = 0; i < 50; i++)
        {
            answers.Add(
                await client.SubmitRoutesAsync(
                    alias, "<Route><Bucket>demo-us-east-1</Bucket><TrafficDialPercentage>100</TrafficDialPercentage></Route>"));
        }

        answers[0].Status.ShouldBe(200);
        (answers[^1].Status, answers[^1].ErrorCode).ShouldBe((503, "SlowDown"));
        sandbox.Time!.Advance(TimeSpan.FromSeconds(5));
        (
            await client.SubmitRoutesAsync(
                alias,
                "<Route><Bucket>demo-us-east-1</Bucket><TrafficDialPercentage>100</TrafficDialPercentage></Route>")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("us-west-2", 200, 200)]
    [InlineData("eu-west-1", 301, 200)]
    [InlineData("eu-central-1", 301, 301)]
    public async Task ControlCalls_InARegion_AnswerOnlyWhereAwsDoes(string region, int management, int routes)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var list = await client.ControlAsync("GET", "/mrap/instances", region: region);
        var table = await client.ControlAsync("GET", SandboxClient.RoutesPath(alias), region: region);

        list.Status.ShouldBe(management);
        table.Status.ShouldBe(routes);
        if (management == 301)
        {
            list.ErrorCode.ShouldBe("PermanentRedirect");
        }
    }

    [Fact]
    public async Task ControlCalls_WithLenientRegions_AnswerEverywhere()
    {
        await using var sandbox = await SandboxFixture.StartAsync(options => options.StrictRegions = false);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var list = await client.ControlAsync("GET", "/mrap/instances", region: "eu-central-1");
        var table = await client.ControlAsync("GET", SandboxClient.RoutesPath(alias), region: "eu-central-1");

        (list.Status, list.Value("Alias")).ShouldBe((200, alias));
        (table.Status, table.Value("TrafficDialPercentage")).ShouldBe((200, "100"));
    }

    [Fact]
    public async Task ControlCalls_ForAnotherAccount_AreDenied()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var request = SandboxClient.Control("GET", "/mrap/instances");

        var header =
            await client.SendAsync(request with { Headers = new Dictionary<string, string> { ["x-amz-account-id"] = "444455556666" } });
        var host = await client.SendAsync(
            request with { Host = "444455556666.s3-control.us-west-2.amazonaws.com", Headers = new Dictionary<string, string>() });

        (header.Status, header.ErrorCode).ShouldBe((403, "AccessDenied"));
        (host.Status, host.ErrorCode).ShouldBe((403, "AccessDenied"));
    }
}
