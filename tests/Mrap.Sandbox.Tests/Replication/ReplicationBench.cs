using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Tests.Iam;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Replication;

/// <summary>A sandbox with versioned buckets in several Regions and a role that may replicate between them.</summary>
internal sealed class ReplicationBench : IAsyncDisposable
{
    public const string Source = "source-bucket";
    public const string Ireland = "ireland-bucket";
    public const string Tokyo = "tokyo-bucket";
    public const string Role = "arn:aws:iam::111122223333:role/replicator";
    public const string Trust =
        """{"Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    public const string Mark = "<DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>";
    public const string NoMark = "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>";
    public const string Sync =
        "<SourceSelectionCriteria><ReplicaModifications><Status>Enabled</Status></ReplicaModifications></SourceSelectionCriteria>";

    public const string Timed =
        "<ReplicationTime><Status>Enabled</Status><Time><Minutes>15</Minutes></Time></ReplicationTime>"
            + "<Metrics><Status>Enabled</Status><EventThreshold><Minutes>15</Minutes></EventThreshold></Metrics>";

    private static readonly Dictionary<string, string> s_regions =
        new() { [Source] = "us-east-1", [Ireland] = "eu-west-1", [Tokyo] = "ap-northeast-1" };

    /// <summary>The administrator of another account.</summary>
    public static AwsCredential Other { get; } = new("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

    private ReplicationBench(SandboxFixture sandbox) => (Sandbox, Client) = (sandbox, new SandboxClient(sandbox));

    public SandboxFixture Sandbox { get; }

    public SandboxClient Client { get; }

    public IamClient Iam => new(Sandbox);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a sandbox; the role may do everything unless told otherwise.</summary>
    public static async Task<ReplicationBench> StartAsync(
        FakeTimeProvider? time = null, string policy = IamClient.Everything, string trust = Trust)
    {
        var bench = new ReplicationBench(await SandboxFixture.StartAsync(AddOtherAccount, time, cancellation: Cancellation));
        foreach (var (bucket, region) in s_regions)
        {
            await bench.Client.CreateBucketAsync(bucket, region, cancellation: Cancellation);
            await bench.VersionAsync(bucket, "Enabled");
        }

        await bench.Iam.DoAsync("CreateRole", ("RoleName", "replicator"), ("AssumeRolePolicyDocument", trust));
        await bench.Iam.DoAsync("PutRolePolicy", ("RoleName", "replicator"), ("PolicyName", "own"), ("PolicyDocument", policy));
        return bench;
    }

    /// <summary>A rule of the second version.</summary>
    public static string Rule(
        string destination, int priority = 1, string filter = "<Filter/>", string marks = NoMark, string criteria = "", string options = "",
        string status = "Enabled", string? id = null) =>
        $"<Rule><ID>{id ?? "to-" + destination}</ID><Priority>{priority}</Priority>{filter}<Status>{status}</Status>{criteria}"
            + $"<Destination><Bucket>arn:aws:s3:::{destination}</Bucket>{options}</Destination>{marks}</Rule>";

    /// <summary>A document of rules.</summary>
    public static string Document(params string[] rules) =>
        $"<ReplicationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Role>{Role}</Role>{string.Concat(rules)}"
            + "</ReplicationConfiguration>";

    public Task<WireAnswer> VersionAsync(string bucket, string state) =>
        S3Async("PUT", bucket, "?versioning", $"<VersioningConfiguration><Status>{state}</Status></VersioningConfiguration>");

    public Task<WireAnswer> TryPutRulesAsync(string bucket, string document, AwsCredential? credential = null) =>
        S3Async("PUT", bucket, "?replication", document, Md5(document), credential);

    public async Task PutRulesAsync(string bucket, params string[] rules)
    {
        var answer = await TryPutRulesAsync(bucket, Document(rules));
        answer.Status.ShouldBe(200, answer.Text);
    }

    /// <summary>Puts an object.</summary>
    /// <returns>Its version ID.</returns>
    public async Task<string> PutAsync(string bucket, string key, string body = "body", params (string Name, string Value)[] headers)
    {
        var answer = await S3Async("PUT", bucket, "/" + key, body, headers.ToDictionary(pair => pair.Name, pair => pair.Value));
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Headers["x-amz-version-id"];
    }

    public Task<WireAnswer> HeadAsync(string bucket, string key, string? version = null) =>
        S3Async("HEAD", bucket, $"/{key}{(version is null ? "" : $"?versionId={Uri.EscapeDataString(version)}")}");

    /// <summary>The replication status that a HEAD shows; <c>none</c> for no such header, <c>absent</c> for no such object.</summary>
    public async Task<string> StatusAsync(string bucket, string key, string? version = null)
    {
        var answer = await HeadAsync(bucket, key, version);
        return answer.Status != 200 ? "absent" : answer.Headers.GetValueOrDefault("x-amz-replication-status", "none");
    }

    public async Task TagAsync(string bucket, string key, string version, string value)
    {
        var answer = await S3Async(
            "PUT", bucket, $"/{key}?tagging&versionId={version}",
            $"<Tagging><TagSet><Tag><Key>k</Key><Value>{value}</Value></Tag></TagSet></Tagging>");
        answer.Status.ShouldBe(200, answer.Text);
    }

    public async Task<string?> TagOfAsync(string bucket, string key, string version) =>
        (await S3Async("GET", bucket, $"/{key}?tagging&versionId={version}")).Value("Value");

    public Task<WireAnswer> S3Async(
        string method, string bucket, string target, string body = "", IReadOnlyDictionary<string, string>? headers = null,
        AwsCredential? credential = null) =>
        Client.SendAsync(
            WireRequest.Of(method, $"/{bucket}{target}", body) with
            {
                Region = s_regions.GetValueOrDefault(bucket, "us-east-1"),
                Headers = headers ?? new Dictionary<string, string>(),
                Credential = credential,
            },
            Cancellation);

    /// <summary>Waits until nothing waits for replication.</summary>
    public async Task<JsonElement> DrainAsync()
    {
        var status = await AdminAsync("GET", "replication?wait=60");
        status.GetProperty("pending").GetInt64().ShouldBe(0, status.ToString());
        return status;
    }

    public async Task<JsonElement> AdminAsync(string method, string path, string body = "")
    {
        var answer = await Client.SendAsync(WireRequest.Of(method, "/_sandbox/" + path, body) with { IsSigned = false }, Cancellation);
        answer.Status.ShouldBe(200, answer.Text);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    /// <summary>The event notifications, the newest first: name and reason.</summary>
    public async Task<List<(string Name, string? Reason)>> EventsAsync(string query = "") =>
        [
            .. (await AdminAsync("GET", "events" + query)).GetProperty("Records").EnumerateArray()
                .Select(
                    record => (
                        record.GetProperty("eventName").GetString()!,
                        record.GetProperty("replicationEventData").TryGetProperty("failureReason", out var reason)
                            ? reason.GetString()
                            : null)),
        ];

    public Task ConditionAsync(string region, string condition) => AdminAsync("PUT", "regions/" + region, condition);

    private static void AddOtherAccount(SandboxOptions options)
    {
        options.Principals.Add(PrincipalOptions.DefaultAdministrator());
        options.Principals.Add(
            new PrincipalOptions
            {
                AccountId = "444455556666",
                UserName = "admin",
                AccessKeyId = Other.AccessKeyId,
                SecretAccessKey = Other.Secret,
                Policies = [IamClient.Everything],
            });
    }

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();

#pragma warning disable CA5351 // Content-MD5 is the protocol's own header
    private static Dictionary<string, string> Md5(string body) =>
        new() { ["Content-MD5"] = Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body))) };
#pragma warning restore CA5351
}
