using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Mrap.Benchmarks.Http;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Benchmarks.Replication;

/// <summary>
/// Objects of 1 KiB, put over loopback on sixteen connections and replicated from one Region to two, client and server together.
/// </summary>
public class ReplicationBenchmarks
{
    private const int Objects = 10_000;
    private const int Connections = 16;

    private static readonly AwsCredential s_credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromMinutes(10) };

    private readonly RequestSigner _signer = new(new SigningKeyCache());
    private readonly string _body = new('x', 1024);
    private string _directory = null!;
    private SandboxHost _sandbox = null!;
    private LoadClient _replicated = null!;
    private LoadClient _plain = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _directory = Directory.CreateTempSubdirectory("mrap-bench-").FullName;
        _sandbox = await SandboxHost.CreateAsync(new SandboxOptions { HttpPort = 0, ProxyPort = 0, DataDirectory = _directory });
        await CreateAsync("source-bucket", "us-east-1");
        await CreateAsync("plain-bucket", "us-east-1");
        await CreateAsync("first-bucket", "eu-west-1");
        await CreateAsync("second-bucket", "eu-west-2");

        await IamAsync(
            $"Action=CreateRole&Version=2010-05-08&RoleName=replicator&AssumeRolePolicyDocument={Uri.EscapeDataString(
                """{"Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}]}""")}");
        await IamAsync(
            $"Action=PutRolePolicy&Version=2010-05-08&RoleName=replicator&PolicyName=own&PolicyDocument={Uri.EscapeDataString(
                """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""")}");
        await CallAsync(
            "PUT", "/source-bucket?replication",
            "<ReplicationConfiguration><Role>arn:aws:iam::111122223333:role/replicator</Role>"
                + $"{Rule("first")}{Rule("second")}</ReplicationConfiguration>",
            "us-east-1");
        _replicated = new LoadClient(_sandbox.HttpPort, Put("source-bucket"), Connections);
        _plain = new LoadClient(_sandbox.HttpPort, Put("plain-bucket"), Connections);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _replicated.Close();
        _plain.Close();
        await _sandbox.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [IterationSetup(Target = nameof(DrainAsync))]
    public void FillBacklog()
    {
        AdminAsync("PUT", "regions/us-east-1", "{\"replication\":\"paused\"}").GetAwaiter().GetResult();
        _replicated.SendAsync(Objects).GetAwaiter().GetResult();
    }

    /// <summary>Puts into a bucket without rules: what the others are compared with.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Objects)]
    public Task PutWithoutRulesAsync() => _plain.SendAsync(Objects);

    /// <summary>Puts, and waits until both destinations have everything.</summary>
    [Benchmark(OperationsPerInvoke = Objects)]
    public async Task PutAndReplicateAsync()
    {
        await _replicated.SendAsync(Objects);
        await AdminAsync("GET", "replication?wait=600");
    }

    /// <summary>Drains what waited while replication stood still.</summary>
    [Benchmark(OperationsPerInvoke = Objects)]
    public async Task DrainAsync()
    {
        await AdminAsync("PUT", "regions/us-east-1", "{\"replication\":\"running\"}");
        await AdminAsync("GET", "replication?wait=600");
    }

    private static string Rule(string name) =>
        $"<Rule><ID>{name}</ID><Priority>1</Priority><Filter/><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::{name}-bucket"
            + "</Bucket></Destination><DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication></Rule>";

    private async Task CreateAsync(string bucket, string region)
    {
        var location = $"<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>";
        await CallAsync("PUT", $"/{bucket}", region == "us-east-1" ? "" : location, region);
        const string Versioning = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        await CallAsync("PUT", $"/{bucket}?versioning", Versioning, region);
    }

    private string Put(string bucket)
    {
        var signed = Signed("PUT", $"/{bucket}/small.bin", _body, "us-east-1", "s3", $"localhost:{_sandbox.HttpPort}");
        var head = new StringBuilder($"PUT {signed.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in signed.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return head.Append(CultureInfo.InvariantCulture, $"Content-Length: {_body.Length}\r\n\r\n{_body}").ToString();
    }

    private Task IamAsync(string form) => SendAsync("POST", "/", form, "us-east-1", "iam", "iam.amazonaws.com");

    private Task CallAsync(string method, string target, string body, string region) =>
        SendAsync(method, target, body, region, "s3", $"localhost:{_sandbox.HttpPort}");

    private async Task AdminAsync(string method, string path, string body = "")
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(_sandbox.HttpAddress, "/_sandbox/" + path));
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var answer = await s_http.SendAsync(message);
        answer.EnsureSuccessStatusCode();
    }

    private async Task SendAsync(string method, string target, string body, string region, string service, string host)
    {
        var signed = Signed(method, target, body, region, service, host);
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(_sandbox.HttpAddress, target));
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
#pragma warning disable CA5351 // Content-MD5 is the protocol's own header
        message.Content.Headers.ContentMD5 = MD5.HashData(Encoding.UTF8.GetBytes(body));
#pragma warning restore CA5351
        foreach (var (name, value) in signed.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await s_http.SendAsync(message);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private SignableRequest Signed(string method, string target, string body, string region, string service, string host)
    {
        var signable = new SignableRequest(method, target);
        signable.Headers["Host"] = host;
        var payload = new PayloadDeclaration(PayloadKind.Hashed, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
        _signer.Sign(
            signable, new SigningParameters(SigningAlgorithm.V4, s_credential, region, service), TimeProvider.System.GetUtcNow(), payload);
        return signable;
    }
}
