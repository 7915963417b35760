using System.Text.Json;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Traffic;

/// <summary>Generated traffic through the real proxy of a real sandbox, on the machine's clock.</summary>
public sealed class GeneratedTrafficTests
{
    private const string SixPlaces =
        "{\"us-east-1\":1,\"de-berlin\":1,\"jp-tokyo\":1,\"br-sao-paulo\":1,\"ng-lagos\":1,\"au-sydney\":1}";

    [Fact]
    public async Task Traffic_Started_ReachesItsRateAndEveryPlaceAndStopsByItself()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1", "ap-northeast-1");

        var started = await PostAsync(
            client, $"{{\"accessPoint\":\"demo\",\"places\":{SixPlaces},\"rate\":60,\"readShare\":0.5,\"keys\":10,\"durationSeconds\":2}}");
        var second = await PostAsync(client, "{\"accessPoint\":\"demo\"}");
        using var done = await EndAsync(client);

        started.Status.ShouldBe(201);
        second.Status.ShouldBe(409);
        var root = done.RootElement;
        root.GetProperty("state").GetString().ShouldBe("done");
        root.GetProperty("failed").GetInt64().ShouldBe(0);
        root.GetProperty("sent").GetInt64().ShouldBeInRange(60, 120);
        root.GetProperty("byPlace").GetArrayLength().ShouldBe(6);
        root.GetProperty("byRegion").EnumerateObject().Select(region => region.Name)
            .ShouldBe(["ap-northeast-1", "eu-west-1", "us-east-1"]);
        root.GetProperty("bytesWritten").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Region_TakenDownUnderLoadFromSixPlaces_FailsNoRequestSentAfterwards()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1", "ap-northeast-1");
        await PostAsync(client, $"{{\"accessPoint\":\"demo\",\"places\":{SixPlaces},\"rate\":80,\"keys\":10,\"durationSeconds\":600}}");
        await UntilAsync(client, Served("eu-west-1", 5));

        await client.SendAsync(WireRequest.Of("PUT", "/_sandbox/regions/eu-west-1", "{\"state\":\"down\"}") with { IsSigned = false });
        using var then = await ReadAsync(client);
        var sentUntil = then.RootElement.GetProperty("sent").GetInt64();
        var elapsed = then.RootElement.GetProperty("samples").EnumerateArray().Max(sample => sample.GetProperty("atMs").GetDouble());
        await UntilAsync(client, root => root.GetProperty("sent").GetInt64() > sentUntil + 100);
        await DeleteAsync(client);
        using var end = await ReadAsync(client);

        var later = end.RootElement.GetProperty("samples").EnumerateArray()
            .Where(sample => sample.GetProperty("atMs").GetDouble() > elapsed + 100).ToList();
        later.Count.ShouldBeGreaterThan(20);
        later.ShouldAllBe(sample => sample.GetProperty("status").GetInt32() == 200);
        later.ShouldAllBe(sample => sample.GetProperty("region").GetString() != "eu-west-1");
    }

    [Fact]
    public async Task ActivePassivePair_FailedOverUnderLoad_LosesNoAcknowledgedWrite()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        await client.SubmitRoutesAsync(alias, Dial("demo-eu-west-1", 0));
        await PostAsync(
            client,
            $"{{\"accessPoint\":\"demo\",\"places\":{SixPlaces},\"rate\":80,\"readShare\":0.2,\"uniqueWrites\":true,"
                + "\"durationSeconds\":600}");
        await UntilAsync(client, Served("us-east-1", 40));

        var submitted = await client.SubmitRoutesAsync(alias, Dial("demo-us-east-1", 0) + Dial("demo-eu-west-1", 100));
        await UntilAsync(client, Served("eu-west-1", 60));
        await DeleteAsync(client);
        using var end = await ReadAsync(client);

        submitted.Status.ShouldBe(200);
        var written = end.RootElement.GetProperty("samples").EnumerateArray()
            .Where(sample => sample.GetProperty("method").GetString() == "PUT").ToList();
        written.Count.ShouldBeGreaterThan(60);
        written.ShouldAllBe(sample => sample.GetProperty("status").ValueKind != JsonValueKind.Number
            || sample.GetProperty("status").GetInt32() == 200);
        foreach (var sample in written.Where(sample => sample.GetProperty("status").ValueKind == JsonValueKind.Number))
        {
            var region = sample.GetProperty("region").GetString()!;
            (await client.S3Async("HEAD", $"/demo-{region}/{sample.GetProperty("key").GetString()}", region: region)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Traffic_OfADeadEnd_CountsItsErrorsByCode()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1");
        await client.SendAsync(WireRequest.Of("PUT", "/_sandbox/regions/us-east-1", "{\"state\":\"down\"}") with { IsSigned = false });

        await PostAsync(client, "{\"accessPoint\":\"demo\",\"places\":{\"ng-lagos\":1},\"rate\":20,\"keys\":1,\"durationSeconds\":1}");
        using var done = await EndAsync(client);

        done.RootElement.GetProperty("succeeded").GetInt64().ShouldBe(0);
        done.RootElement.GetProperty("byError").GetProperty("ServiceUnavailable").GetInt64().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("{\"accessPoint\":\"demo\",\"rate\":1000000000}", 400, "rate must be a whole number from 1 to 5000")]
    [InlineData("{\"accessPoint\":\"demo\",\"speed\":1}", 400, "the body must be JSON")]
    [InlineData("{\"accessPoint\":\"nobody\"}", 404, "there is no access point")]
    [InlineData("{}", 404, "there is no access point")]
    [InlineData("[]", 400, "the body must be JSON")]
    public async Task Start_WithoutSense_IsRefusedInWords(string body, int status, string words)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await PostAsync(new SandboxClient(sandbox), body);

        answer.Status.ShouldBe(status);
        answer.Text.ShouldContain(words);
    }

    [Fact]
    public async Task Traffic_ThatNeverWas_SaysSoAndCanBeStopped()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);

        using var none = await ReadAsync(client);
        var stopped = await DeleteAsync(client);

        none.RootElement.GetProperty("state").GetString().ShouldBe("none");
        stopped.Status.ShouldBe(200);
    }

    private static Func<JsonElement, bool> Served(string region, int more) =>
        root => root.GetProperty("byRegion").TryGetProperty(region, out var served) && served.GetInt64() > more;

    private static string Dial(string bucket, int percentage) =>
        $"<Route><Bucket>{bucket}</Bucket><TrafficDialPercentage>{percentage}</TrafficDialPercentage></Route>";

    private static Task<WireAnswer> PostAsync(SandboxClient client, string body) =>
        client.SendAsync(WireRequest.Of("POST", "/_sandbox/traffic", body) with { IsSigned = false });

    private static Task<WireAnswer> DeleteAsync(SandboxClient client) =>
        client.SendAsync(new WireRequest("DELETE", "/_sandbox/traffic") { IsSigned = false });

    private static async Task<JsonDocument> ReadAsync(SandboxClient client) => JsonDocument.Parse(
        (await client.SendAsync(new WireRequest("GET", "/_sandbox/traffic?limit=20000") { IsSigned = false })).Text);

    private static Task<JsonDocument> EndAsync(SandboxClient client) =>
        UntilAsync(client, root => root.GetProperty("state").GetString() is "done" or "stopped");

    private static async Task<JsonDocument> UntilAsync(SandboxClient client, Func<JsonElement, bool> isSo)
    {
        while (true)
        {
            Xunit.TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var document = await ReadAsync(client);
            if (isSo(document.RootElement))
            {
                return document;
            }

            document.Dispose();
        }
    }
}
