using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Configuration;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>
/// A sandbox with two accounts: <see cref="Ours"/>, with an administrator, a root user and a user of given policies, and
/// <see cref="Theirs"/>,
/// with an administrator and another user of given policies.
/// </summary>
internal sealed class TwoAccounts : IAsyncDisposable
{
    public const string Ours = "111122223333";
    public const string Theirs = "444455556666";
    public const string Alice = "arn:aws:iam::111122223333:user/alice";
    public const string Bob = "arn:aws:iam::444455556666:user/bob";

    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private readonly SandboxFixture _sandbox;
    private int _token;

    private TwoAccounts(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
        Client = new SandboxClient(sandbox);
    }

    public static AwsCredential AsAlice { get; } = new("AKIAALICE00000000001", "alice-secret");

    public static AwsCredential AsRoot { get; } = new("AKIAROOT000000000001", "root-secret");

    public static AwsCredential AsBob { get; } = new("AKIABOB0000000000001", "bob-secret");

    public static AwsCredential AsTheirAdministrator { get; } = new("AKIATHEIRS0000000001", "their-secret");

    public SandboxClient Client { get; }

    public SandboxFixture Sandbox => _sandbox;

    /// <summary>Starts a sandbox whose users Alice, of our account, and Bob, of theirs, have these identity policies.</summary>
    public static async Task<TwoAccounts> StartAsync(
        string? alice = null, string? bob = null, FakeTimeProvider? time = null, TimeSpan operationDelay = default) => new(
        await SandboxFixture.StartAsync(
            options =>
            {
                options.OperationDelay = operationDelay;
                options.Principals.Add(PrincipalOptions.DefaultAdministrator());
                Add(options, Ours, "root", AsRoot, null);
                Add(options, Ours, "alice", AsAlice, alice);
                Add(options, Theirs, "admin", AsTheirAdministrator, Everything);
                Add(options, Theirs, "bob", AsBob, bob);
            },
            time,
            cancellation: TestContext.Current.CancellationToken));

    /// <summary>A policy of one or several statements.</summary>
    public static string Document(params IEnumerable<string> statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    /// <summary>A statement that names no principal.</summary>
    public static string Allow(string action, params string[] resources) => Statement("Allow", principal: null, action, resources);

    /// <summary>A statement of a resource's policy. The principal is <c>*</c> or the value of AWS.</summary>
    public static string Statement(string effect, string? principal, string action, string[] resources, string? condition = null)
    {
        var who = principal switch
        {
            null => string.Empty,
            "*" => "\"Principal\":\"*\",",
            _ => $$""" "Principal":{"AWS":"{{principal}}"},""",
        };
        var when = condition is null ? string.Empty : $",\"Condition\":{condition}";
        return $$"""{"Effect":"{{effect}}",{{who}}"Action":[{{Quoted(action.Split(' '))}}],"Resource":[{{Quoted(resources)}}]{{when}}}""";
    }

    /// <summary>The ARNs of a bucket and its objects.</summary>
    public static string[] Bucket(string bucket) => [$"arn:aws:s3:::{bucket}", $"arn:aws:s3:::{bucket}/*"];

    /// <summary>The ARNs of an access point of our account and its objects.</summary>
    public static string[] Point(string alias) => [Arn(alias), Arn(alias) + "/object/*"];

    /// <summary>The ARN of an access point of our account.</summary>
    public static string Arn(string alias) => $"arn:aws:s3::{Ours}:accesspoint/{alias}";

    /// <summary>Sends a request to S3 on the direct endpoint.</summary>
    public Task<WireAnswer> S3Async(
        AwsCredential? credential, string method, string target, string body = "", string region = "us-east-1",
        params (string Name, string Value)[] headers) =>
        Client.SendAsync(
            WireRequest.Of(method, target, body) with
            {
                Region = region,
                Credential = credential,
                Headers = headers.ToDictionary(header => header.Name, header => header.Value)
            },
            TestContext.Current.CancellationToken);

    /// <summary>Sends a request to S3 on the direct endpoint without a signature.</summary>
    public Task<WireAnswer> AnonymousAsync(string method, string target, string body = "") =>
        Client.SendAsync(WireRequest.Of(method, target, body) with { IsSigned = false }, TestContext.Current.CancellationToken);

    /// <summary>Sends a request through an access point.</summary>
    public Task<WireAnswer> PointAsync(
        AwsCredential? credential, string alias, string method, string target, string body = "", string vantage = "us-east-1") =>
        Client.SendAsync(
            SandboxClient.AccessPoint(alias, method, target, vantage) with
            {
                Credential = credential,
                Body = System.Text.Encoding.UTF8.GetBytes(body)
            },
            TestContext.Current.CancellationToken);

    /// <summary>Sends a request to S3 Control, as a user of our account.</summary>
    public Task<WireAnswer> ControlAsync(AwsCredential? credential, string method, string path, string body = "") =>
        Client.SendAsync(SandboxClient.Control(method, path, body) with { Credential = credential }, TestContext.Current.CancellationToken);

    /// <summary>Creates a bucket of our account, or as the given credential.</summary>
    public Task CreateBucketAsync(string bucket, string region = "us-east-1", AwsCredential? credential = null) =>
        Client.CreateBucketAsync(bucket, region, credential, TestContext.Current.CancellationToken);

    /// <summary>Creates an access point of our account over buckets, each with the account that owns it.</summary>
    /// <returns>The alias.</returns>
    public async Task<string> CreatePointAsync(
        string name, IEnumerable<(string Bucket, string Account)> buckets, bool blocksPublicAccess = true)
    {
        var flag = blocksPublicAccess ? "true" : "false";
        var regions = string.Concat(
            buckets.Select(
                bucket => $"<Region><Bucket>{bucket.Bucket}</Bucket><BucketAccountId>{bucket.Account}</BucketAccountId></Region>"));
        var answer = await ControlAsync(
            null,
            "POST",
            "/async-requests/mrap/create",
            $"<CreateMultiRegionAccessPointRequest><ClientToken>{NextToken()}</ClientToken><Details><Name>{name}</Name><PublicAccessBlock"
                + $"><BlockPublicAcls>{flag}</BlockPublicAcls><IgnorePublicAcls>{flag}</IgnorePublicAcls><BlockPublicPolicy>{flag}</"
                + $"BlockPublicPolicy><RestrictPublicBuckets>{flag}</RestrictPublicBuckets></PublicAccessBlock><Regions>{regions}</"
                + $"Regions></Details></CreateMultiRegionAccessPointRequest>");
        answer.Status.ShouldBe(200, answer.Text);
        return (await ControlAsync(null, "GET", "/mrap/instances/" + name)).Value("Alias")!;
    }

    /// <summary>Asks for a new policy of an access point.</summary>
    public Task<WireAnswer> PutPointPolicyAsync(string name, string policy, AwsCredential? credential = null) => ControlAsync(
        credential,
        "POST",
        "/async-requests/mrap/put-policy",
        $"<PutMultiRegionAccessPointPolicyRequest><ClientToken>{NextToken()}</ClientToken><Details><Name>{name}</"
            + $"Name><Policy>{policy.Replace("\"", "&quot;", StringComparison.Ordinal)}</Policy></Details></PutMultiRegionAccessPointPoli"
            + $"cyRequest>");

    /// <summary>Puts a bucket policy and expects it to be taken.</summary>
    public async Task PutBucketPolicyAsync(string bucket, string policy, string region = "us-east-1", AwsCredential? credential = null)
    {
        var answer = await S3Async(credential, "PUT", $"/{bucket}?policy", policy, region);
        answer.Status.ShouldBe(204, answer.Text);
    }

    /// <summary>Sets the four switches of a bucket.</summary>
    public async Task SetBucketBlockAsync(string bucket, bool blocks, string region = "us-east-1", AwsCredential? credential = null) =>
        (await S3Async(credential, "PUT", $"/{bucket}?publicAccessBlock", Block(blocks), region)).Status.ShouldBe(200);

    /// <summary>Sets the four switches of our account.</summary>
    public async Task SetAccountBlockAsync(bool blocks) =>
        (await ControlAsync(null, "PUT", "/configuration/publicAccessBlock", Block(blocks))).Status.ShouldBe(200);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private static void Add(SandboxOptions options, string account, string user, AwsCredential credential, string? policy) =>
        options.Principals.Add(new PrincipalOptions
        {
            AccountId = account,
            UserName = user,
            AccessKeyId = credential.AccessKeyId,
            SecretAccessKey = credential.Secret,
            Policies = policy is null ? [] : [policy],
        });

    private static string Block(bool blocks)
    {
        var flag = blocks ? "true" : "false";
        return $"<PublicAccessBlockConfiguration><BlockPublicAcls>{flag}</BlockPublicAcls><IgnorePublicAcls>{flag}</"
            + $"IgnorePublicAcls><BlockPublicPolicy>{flag}</BlockPublicPolicy><RestrictPublicBuckets>{flag}</RestrictPublicBuckets></"
            + $"PublicAccessBlockConfiguration>";
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(',', texts.Select(text => $"\"{text}\""));

    private string NextToken() => $"token-{++_token}";
}
