using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Tests.Storage;
using Mrap.Sandbox.Wire;
using Caller = Mrap.Sandbox.Identity.Caller;

namespace Mrap.Sandbox.Tests.S3;

/// <summary>The S3 service on real stores, spoken to without a network.</summary>
internal sealed class S3Bench : IAsyncDisposable, IAccessPointMembership, IAccountBlocks, IPrincipalRegister
{
    public const string Bucket = "test-bucket";
    public static readonly Caller Owner = User("111122223333");
    public static readonly Caller Stranger = User("444455556666");
    public static readonly Caller Nobody = new Caller.Anonymous();
    public static readonly AccessPointRecord AccessPoint = new(
        new AccessPoint(
            AccessPointName.Parse("my-access-point").Value,
            AccessPointAlias.Parse("mfzwi23gnjvgw.mrap").Value,
            AccountId.Parse("111122223333").Value,
            DateTimeOffset.UnixEpoch,
            AccessPointStatus.Ready,
            BlockPublicAccess.AllOn,
            [new MemberBucket(BucketName.Parse(Bucket).Value, RegionId.Parse("eu-west-1").Value, AccountId.Parse("111122223333").Value)]),
        [],
        EstablishedPolicy: null,
        ProposedPolicy: null);

    private readonly StorageFixture _storage = new();
    private readonly ServiceProvider _services;

    public S3Bench() => _services = new ServiceCollection()
        .AddSingleton(_storage.Stores)
        .AddSingleton<TimeProvider>(_storage.Clock)
        .AddSingleton<IAccessPointMembership>(this)
        .AddSingleton<IAccountBlocks>(this)
        .AddSingleton<IPrincipalRegister>(this)
        .AddS3()
        .BuildServiceProvider();

    public HashSet<string> HeldBuckets { get; } = [];

    public StorageFixture Storage => _storage;

    public static async Task<S3Bench> WithBucketAsync(string? versioning = null)
    {
        var bench = new S3Bench();
        (await bench.SendAsync("PUT", body: Location("eu-west-1"))).Status.ShouldBe(200);
        if (versioning is not null)
        {
            (await bench.SetVersioningAsync(versioning)).Status.ShouldBe(200);
        }

        return bench;
    }

    public static byte[] Location(string region) => Encoding.UTF8.GetBytes(
        $"<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>{region}</"
            + $"LocationConstraint></CreateBucketConfiguration>");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

#pragma warning disable CA5351 // Content-MD5 is the protocol's own header
    public static string Md5(byte[] body) => Convert.ToBase64String(MD5.HashData(body));
#pragma warning restore CA5351

    public Task<S3Answer> SetVersioningAsync(string state) =>
        SendAsync("PUT", query: "?versioning", body: Bytes($"<VersioningConfiguration><Status>{state}</Status></VersioningConfiguration>"));

    public Task<S3Answer> PutAsync(string key, string body, params (string Name, string Value)[] headers) =>
        SendAsync("PUT", key, body: Bytes(body), headers: headers);

    public Task<S3Answer> GetAsync(string key, string query = "", params (string Name, string Value)[] headers) =>
        SendAsync("GET", key, query, headers: headers);

    public async Task<S3Answer> SendAsync(
        string method,
        string? key = null,
        string query = "",
        byte[]? body = null,
        IEnumerable<(string Name, string Value)>? headers = null,
        string bucket = Bucket,
        string region = "eu-west-1",
        Caller? caller = null,
        AccessPointRecord? accessPoint = null,
        IReadOnlyDictionary<string, string>? trailers = null,
        long? length = -1)
    {
        body ??= [];
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Host = new HostString("localhost");
        http.Request.QueryString = new QueryString(query);
        foreach (var (name, value) in headers ?? [])
        {
            http.Request.Headers.Append(name, value);
        }

        var answer = new MemoryStream();
        http.Response.Body = answer;
        var id = RegionId.Parse(region).Value;
        try
        {
            await _services.GetRequiredService<S3Service>().HandleAsync(Request());
            await http.Response.CompleteAsync();
            return new S3Answer(http.Response.StatusCode, http.Response.Headers, answer.ToArray(), Error: null);
        }
        catch (ServiceException e)
        {
            return new S3Answer(e.Error.Status, http.Response.Headers, [], e.Error);
        }

        S3Request Request() => new()
        {
            Operation =
                _services.GetRequiredService<S3OperationDirectory>().Require(http.Request, bucket, key, accessPoint is not null),
            Exchange = Exchanges.Of(http, _storage.Clock),
            Caller = caller ?? Owner,
            Region = id,
            Bucket = BucketName.Parse(bucket).TryGet(out var name2) ? name2 : null,
            BucketText = bucket,
            Key = key,
            AccessPoint = accessPoint,
            Body = new MemoryStream(body),
            BodyLength = length == -1 ? body.Length : length,
            Trailers = trailers ?? new Dictionary<string, string>(),
            Store = _storage.Stores.Get(id),
        };
    }

    public AccessPointName? HeldBy(BucketName bucket, AccountId owner) =>
        HeldBuckets.Contains(bucket.Value) ? AccessPointName.Parse("my-access-point").Value : null;

    public BlockPublicAccess? FindBlock(AccountId account) => null;

    public bool? Exists(string principal) => null;

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static Caller.User User(string account)
    {
        const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
        var arn = $"arn:aws:iam::{account}:user/admin";
        var id = AccountId.Parse(account).Value;
        var identity = CompiledPolicy.Compile(PolicyDocument.Parse(Everything, PolicyKind.Identity).Document, PolicyKind.Identity);
        var permissions = new CallerPermissions(
            Policy.Principals.Principal.Parse(arn), [identity], [], [], PrincipalContext.OfUser(id, arn, "AIDAEXAMPLE", "admin", []));
        return new(id, arn, "AIDAEXAMPLE", "AKIAIOSFODNN7EXAMPLE", permissions);
    }
}
