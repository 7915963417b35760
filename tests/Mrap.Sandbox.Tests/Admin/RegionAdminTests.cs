using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Mrap.Core.Routing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Admin;

public sealed class RegionAdminTests
{
    [Fact]
    public async Task Region_Down_TakesItsControlEndpointAlong()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        await PutAsync(client, "regions/us-west-2", "{\"state\":\"down\"}");

        (await client.ControlAsync("GET", "/mrap/instances")).Status.ShouldBe(503);
        (await client.ControlAsync("GET", SandboxClient.RoutesPath(alias), region: "us-west-2")).Status.ShouldBe(503);
        (await client.ControlAsync("GET", SandboxClient.RoutesPath(alias), region: "eu-west-1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Region_WhoseClockIsOff_RefusesSignaturesOfTheMoment()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("here", "us-east-1");
        await client.CreateBucketAsync("there", "eu-west-1");

        await PutAsync(client, "regions/us-east-1", "{\"clockSkewSeconds\":-1200}");

        (await client.S3Async("GET", "/here", region: "us-east-1")).Text.ShouldContain("RequestTimeTooSkewed");
        (await client.S3Async("GET", "/there", region: "eu-west-1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Regions_PutTogether_ChangeAllOrNone()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);

        var broken = await PutAsync(client, "regions", "{\"eu-west-1\":{\"state\":\"down\"},\"us-east-1\":{\"errorRate\":7}}");
        var before = await StateAsync(client, "eu-west-1");
        var good = await PutAsync(client, "regions", "{\"eu-west-1\":{\"state\":\"down\"},\"us-east-1\":{\"errorRate\":0.7}}");

        broken.Status.ShouldBe(400);
        broken.Text.ShouldContain("us-east-1: errorRate must be from 0 to 1");
        before.ShouldBe("up");
        good.Status.ShouldBe(200);
        (await StateAsync(client, "eu-west-1")).ShouldBe("down");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"mars-1\":{\"state\":\"down\"}}")]
    [InlineData("{\"eu-west-1\":null}")]
    [InlineData("{\"eu-west-1\":{\"colour\":\"red\"}}")]
    public async Task Regions_PutWithoutSense_AreRefused(string body)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        (await PutAsync(new SandboxClient(sandbox), "regions", body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Regions_Deleted_AreAllSoundAndStaySoOverARestart()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await PutAsync(client, "regions", "{\"eu-west-1\":{\"state\":\"down\"},\"us-east-1\":{\"clockSkewSeconds\":5}}");

        var answer = await client.SendAsync(new WireRequest("DELETE", "/_sandbox/regions") { IsSigned = false });
        await sandbox.RestartAsync();

        answer.Status.ShouldBe(200);
        using var document = JsonDocument.Parse((await GetAsync(client, "regions")).Text);
        document.RootElement.EnumerateObject().ShouldAllBe(region =>
            region.Value.GetProperty("state").GetString() == "up" && region.Value.GetProperty("clockSkewSeconds").GetDouble() == 0);
    }

    [Fact]
    public async Task Presets_Asked_AreWhatRegionsTake()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        using var presets = JsonDocument.Parse((await GetAsync(client, "presets")).Text);

        foreach (var preset in presets.RootElement.EnumerateArray())
        {
            (await PutAsync(client, "regions", preset.GetProperty("regions").GetRawText())).Status.ShouldBe(200);
        }

        (await StateAsync(client, "us-west-2")).ShouldBe("down");
        (await StateAsync(client, "ap-northeast-1")).ShouldBe("degraded");
    }

    [Fact]
    public async Task Delays_WhenAskedFor_MakeLagosWaitAsLongAsItsWay()
    {
        var time = new TimerWatch();
        await using var sandbox = await SandboxFixture.StartAsync(time: time);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");
        var way = LatencyModel.Between(
            VantageCatalog.Find("ng-lagos")!, Core.Regions.RegionId.Parse("eu-west-1").Value)!.Value.Milliseconds;

        var asked = await PutAsync(client, "network", "{\"delays\":\"modelled\"}");
        await sandbox.RestartAsync();
        var waits = time.WaitFor(TimeSpan.FromMilliseconds(way));
        var request = client.AccessPointAsync(alias, "GET", "/key", vantage: "ng-lagos");
        await waits;
        time.Advance(TimeSpan.FromMilliseconds(way));

        asked.Text.ShouldBe("{\"delays\":\"modelled\"}");
        (await request).Status.ShouldBe(404);
        (await PutAsync(client, "network", "{\"delays\":\"some\"}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Propagation_UnderWay_NamesTheVantagesThatDoNotSeeItYet()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var sandbox = await SandboxFixture.StartAsync(options => options.RoutePropagation = TimeSpan.FromMinutes(2), time);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        time.Advance(TimeSpan.FromMinutes(3));

        await client.SubmitRoutesAsync(
            alias, "<Route><Bucket>demo-us-east-1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route>");
        var first = await PendingAsync(client);
        time.Advance(TimeSpan.FromMinutes(1));
        var half = await PendingAsync(client);
        time.Advance(TimeSpan.FromMinutes(1));
        var last = await PendingAsync(client);

        first.ShouldBe(VantageCatalog.All.Length);
        half.ShouldBeInRange(1, VantageCatalog.All.Length - 1);
        last.ShouldBe(0);
    }

    [Fact]
    public async Task Route_AskedForAKey_SaysWhereTheObjectIs()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");
        await client.S3Async("PUT", "/demo-eu-west-1/a.txt", "hello", "eu-west-1");

        using var document = JsonDocument.Parse((await GetAsync(client, "route?accessPoint=demo&vantage=us-east-2&key=a.txt")).Text);

        document.RootElement.GetProperty("candidates").EnumerateArray()
            .Select(candidate => (candidate.GetProperty("region").GetString(), candidate.GetProperty("hasObject").GetBoolean()))
            .ShouldBe([("us-east-1", false), ("eu-west-1", true)]);
    }

    [Fact]
    public async Task Root_Asked_ListsEveryOperation()
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await GetAsync(new SandboxClient(sandbox), string.Empty);

        answer.Status.ShouldBe(200);
        answer.Text.ShouldContain("/_sandbox/regions/");
        answer.Text.ShouldContain("/_sandbox/route");
    }

    private static async Task<int> PendingAsync(SandboxClient client)
    {
        using var document = JsonDocument.Parse((await GetAsync(client, "propagation?accessPoint=demo")).Text);
        return document.RootElement.GetProperty("pending").GetArrayLength();
    }

    private static async Task<string?> StateAsync(SandboxClient client, string region)
    {
        using var document = JsonDocument.Parse((await GetAsync(client, "regions")).Text);
        return document.RootElement.GetProperty(region).GetProperty("state").GetString();
    }

    private static Task<WireAnswer> GetAsync(SandboxClient client, string path) =>
        client.SendAsync(new WireRequest("GET", "/_sandbox/" + path) { IsSigned = false });

    private static Task<WireAnswer> PutAsync(SandboxClient client, string path, string body) =>
        client.SendAsync(WireRequest.Of("PUT", "/_sandbox/" + path, body) with { IsSigned = false });

    /// <summary>A clock that tells when somebody begins to wait for so long.</summary>
    private sealed class TimerWatch() : FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56))
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TimeSpan _wanted = TimeSpan.MaxValue;

        public Task WaitFor(TimeSpan delay)
        {
            _wanted = delay;
            return _begun.Task;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if ((dueTime - _wanted).Duration() < TimeSpan.FromMilliseconds(1))
            {
                _begun.TrySetResult();
            }

            return timer;
        }
    }
}
