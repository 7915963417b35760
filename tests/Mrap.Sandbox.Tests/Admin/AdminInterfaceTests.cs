using System.Text.Json;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Admin;

public sealed class AdminInterfaceTests
{
    [Theory]
    [InlineData("Host", "evil.example", 400)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    public async Task Request_FromAnotherSite_IsRefused(string header, string value, int status)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var request = new WireRequest("GET", "/_sandbox/health") { IsSigned = false };
        request = header == "Host"
            ? request with { Host = value }
            : request with { Headers = new Dictionary<string, string> { [header] = value } };

        var answer = await new SandboxClient(sandbox).SendAsync(request);

        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Env_WithAVantage_PutsItIntoTheProxyAddress()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);

        var known = await GetAsync(client, "env?vantage=ng-lagos");
        var unknown = await GetAsync(client, "env?vantage=%27;rm%20-rf");

        known.Text.ShouldContain($"export HTTPS_PROXY='http://ng-lagos:x@127.0.0.1:{sandbox.Host.ProxyPort}'");
        known.Text.ShouldContain("export AWS_CA_BUNDLE=");
        unknown.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Route_Asked_ListsEveryCandidate()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        using var document = JsonDocument.Parse((await GetAsync(client, "route?accessPoint=demo&vantage=eu-west-2")).Text);

        document.RootElement.GetProperty("chosen").GetString().ShouldBe("eu-west-1");
        document.RootElement.GetProperty("candidates").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Requests_Asked_ListsTheLatestFirst()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1");
        await client.AccessPointAsync(alias, "GET", "/first");
        await client.AccessPointAsync(alias, "GET", "/second", vantage: "ng-lagos");

        using var document = JsonDocument.Parse((await GetAsync(client, "requests?accessPoint=demo&limit=1")).Text);

        var entry = document.RootElement.EnumerateArray().Single();
        entry.GetProperty("key").GetString().ShouldBe("second");
        entry.GetProperty("vantage").GetString().ShouldBe("ng-lagos");
        entry.GetProperty("status").GetInt32().ShouldBe(404);
    }

    [Fact]
    public async Task Reset_Confirmed_EmptiesEverything()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1");

        var unconfirmed = await client.SendAsync(WireRequest.Of("POST", "/_sandbox/reset", "{}") with { IsSigned = false });
        var confirmed =
            await client.SendAsync(WireRequest.Of("POST", "/_sandbox/reset", "{\"confirm\":\"reset\"}") with { IsSigned = false });

        unconfirmed.Status.ShouldBe(400);
        confirmed.Status.ShouldBe(200);
        (await client.ControlAsync("GET", "/mrap/instances")).Values("AccessPoint").ShouldBeEmpty();
        (await client.S3Async("GET", "/")).Values("Bucket").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"state\":\"sideways\"}", 400)]
    [InlineData("{\"errorRate\":2}", 400)]
    [InlineData("{\"latencyMs\":-1}", 400)]
    [InlineData("not json", 400)]
    [InlineData("{\"state\":\"degraded\",\"errorRate\":1,\"replication\":\"paused\"}", 200)]
    public async Task Region_Put_IsCheckedAndKeptOverARestart(string body, int status)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);

        var answer = await client.SendAsync(WireRequest.Of("PUT", "/_sandbox/regions/eu-west-1", body) with { IsSigned = false });
        await sandbox.RestartAsync();

        answer.Status.ShouldBe(status);
        using var document = JsonDocument.Parse((await GetAsync(client, "regions")).Text);
        document.RootElement.GetProperty("eu-west-1").GetProperty("state").GetString().ShouldBe(status == 200 ? "degraded" : "up");
    }

    private static Task<WireAnswer> GetAsync(SandboxClient client, string path) =>
        client.SendAsync(new WireRequest("GET", "/_sandbox/" + path) { IsSigned = false });
}
