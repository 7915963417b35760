using Microsoft.Extensions.Time.Testing;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.S3;

/// <summary>Access logs are objects in their target bucket, a line for each request.</summary>
public sealed class AccessLogTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private SandboxFixture _sandbox = null!;
    private SandboxClient _client = null!;
    private string _alias = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(time: _time);
        _client = new SandboxClient(_sandbox);
        _alias = await _client.CreateAccessPointAsync("logged", "eu-west-1");
        await _client.CreateBucketAsync("the-logs", "eu-west-1");
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Requests_AreDelivered_InTheFormatOfS3()
    {
        await AllowAsync();
        await EnableAsync("the-logs", "pre/");
        (await _client.SendAsync(SandboxClient.AccessPoint(_alias, "PUT", "/a%20b") with
        {
            Body = "hello"u8.ToArray(),
            Headers = new Dictionary<string, string> { ["User-Agent"] = "quo\"te", ["x-sandbox-vantage"] = "eu-west-1" },
        })).Status.ShouldBe(200);
        (await _client.S3Async("GET", "/logged-eu-west-1/none", region: "eu-west-1")).Status.ShouldBe(404);

        await _sandbox.RestartAsync();

        var key = (await KeysAsync()).ShouldHaveSingleItem();
        key.ShouldMatch("^pre/2026-11-27-12-00-00-[0-9A-F]{16}$");
        var lines = await LinesAsync(key);
        var put = lines.Single(line => line.Contains("REST.PUT.OBJECT", StringComparison.Ordinal));
        var fields = Fields(put);
        fields.Count.ShouldBe(27);
        (fields[1], fields[2], fields[7], fields[9], fields[12]).ShouldBe(
            ("logged-eu-west-1", "[27/Nov/2026:12:00:00 +0000]", "a%20b", "200", "5"));
        fields[8].ShouldBe("\"PUT /a%20b HTTP/1.1\"");
        fields[16].ShouldBe("\"quo%22te\"");
        (fields[19], fields[21]).ShouldBe(("SigV4", "AuthHeader"));
        fields[22].ShouldBe($"{_alias}.accesspoint.s3-global.amazonaws.com");
        fields[24].ShouldBe($"arn:aws:s3::{SandboxClient.Account}:accesspoint/{_alias}");
        fields[26].ShouldBe("eu-west-1");
        var get = Fields(lines.Single(line => line.Contains("REST.GET.OBJECT", StringComparison.Ordinal)));
        (get[9], get[10], get[24]).ShouldBe(("404", "NoSuchKey", "-"));
    }

    [Fact]
    public async Task Logs_ThatThePolicyDoesNotLetIn_AreNotDelivered()
    {
        await EnableAsync("the-logs", "");
        (await _client.S3Async("GET", "/logged-eu-west-1?list-type=2", region: "eu-west-1")).Status.ShouldBe(200);

        await _sandbox.RestartAsync();

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_CanBePartitioned()
    {
        await AllowAsync();
        await EnableAsync(
            "the-logs", "p/",
            "<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>EventTime</PartitionDateSource></PartitionedPrefix>"
                + "</TargetObjectKeyFormat>");
        (await _client.S3Async("GET", "/logged-eu-west-1?list-type=2", region: "eu-west-1")).Status.ShouldBe(200);

        await _sandbox.RestartAsync();

        (await KeysAsync()).ShouldHaveSingleItem().ShouldMatch(
            $"^p/{SandboxClient.Account}/eu-west-1/logged-eu-west-1/2026/11/27/2026-11-27-00-00-00-[0-9A-F]{{16}}$");
    }

    [Fact]
    public async Task Setting_IsReadBack_AndRefusedForATargetElsewhere()
    {
        await _client.CreateBucketAsync("far-logs", "us-east-1");

        await EnableAsync("the-logs", "x/");
        var read = await _client.S3Async("GET", "/logged-eu-west-1?logging", region: "eu-west-1");
        (read.Value("TargetBucket"), read.Value("TargetPrefix")).ShouldBe(("the-logs", "x/"));
        (await PutAsync("far-logs", "")).ErrorCode.ShouldBe("CrossLocationLoggingProhibited");
        (await PutAsync("no-such-bucket", "")).ErrorCode.ShouldBe("InvalidTargetBucketForLogging");
        var off = await _client.S3Async("PUT", "/logged-eu-west-1?logging", "<BucketLoggingStatus/>", "eu-west-1");
        off.Status.ShouldBe(200);
        (await _client.S3Async("GET", "/logged-eu-west-1?logging", region: "eu-west-1")).Value("TargetBucket").ShouldBeNull();
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        foreach (var part in line.Split(' '))
        {
            var isOpen = fields.Count > 0 && ((fields[^1][0] == '"' && !(fields[^1].Length > 1 && fields[^1][^1] == '"'))
                || (fields[^1][0] == '[' && fields[^1][^1] != ']'));
            if (isOpen)
            {
                fields[^1] += " " + part;
            }
            else
            {
                fields.Add(part);
            }
        }

        return fields;
    }

    private async Task AllowAsync()
    {
        var policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},
            "Action":"s3:PutObject","Resource":"arn:aws:s3:::the-logs/*","Condition":{"ArnLike":
            {"aws:SourceArn":"arn:aws:s3:::logged-eu-west-1"},"StringEquals":{"aws:SourceAccount":"111122223333"}}}]}
            """;
        var answer = await _client.S3Async("PUT", "/the-logs?policy", policy, "eu-west-1");
        answer.Status.ShouldBe(204, answer.Text);
    }

    private async Task EnableAsync(string target, string prefix, string format = "")
    {
        var answer = await PutAsync(target, prefix, format);
        answer.Status.ShouldBe(200, answer.Text);
    }

    private Task<WireAnswer> PutAsync(string target, string prefix, string format = "") => _client.S3Async(
        "PUT",
        "/logged-eu-west-1?logging",
        $"<BucketLoggingStatus><LoggingEnabled><TargetBucket>{target}</TargetBucket><TargetPrefix>{prefix}</TargetPrefix>{format}"
            + "</LoggingEnabled></BucketLoggingStatus>",
        "eu-west-1");

    private async Task<IReadOnlyList<string>> KeysAsync() =>
        (await _client.S3Async("GET", "/the-logs?list-type=2", region: "eu-west-1")).Values("Key");

    private async Task<string[]> LinesAsync(string key) =>
        (await _client.S3Async("GET", "/the-logs/" + key, region: "eu-west-1")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
