using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Hostile;

/// <summary>One sandbox for all attacks of a class, with a bucket and an object to come back to.</summary>
public sealed class HostileSandbox : IAsyncLifetime
{
    public const string Bucket = "hostile-bucket";

    private SandboxFixture? _fixture;

    public SandboxFixture Fixture => _fixture ?? throw new InvalidOperationException("not started");

    public SandboxClient Client => new(Fixture);

    public async ValueTask InitializeAsync()
    {
        _fixture = await SandboxFixture.StartAsync();
        await Client.CreateBucketAsync(Bucket, "us-east-1");
        (await Client.S3Async("PUT", $"/{Bucket}/still-here", "alive")).Status.ShouldBe(200);
    }

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();

    /// <summary>A bucket of a test's own, made when it is first asked for.</summary>
    public async Task<string> BucketAsync(string name)
    {
        await Client.CreateBucketAsync(name, "us-east-1");
        return name;
    }

    /// <summary>Sends bytes as they are to the plain port and reads the answer to the end of the connection.</summary>
    public async Task<string> RawAsync(byte[] bytes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Fixture.Host.HttpPort, cancellation);
        await using var wire = client.GetStream();
        var sending = SendAsync(wire, bytes, cancellation);
        using var answer = new MemoryStream();
        await wire.CopyToAsync(answer, cancellation);
        await sending;
        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>A PUT of an object in unsigned chunks, with the body exactly as given.</summary>
    public Task<WireAnswer> PutChunksAsync(
        string target, string body, string decodedLength, string? trailer, params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string> { ["x-amz-decoded-content-length"] = decodedLength };
        if (trailer is not null)
        {
            all["x-amz-trailer"] = trailer;
        }

        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        return Client.SendAsync(WireRequest.Of("PUT", target, body) with
        {
            Payload = PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: false, trailer: true),
            Headers = all,
        });
    }

    /// <summary>Nothing was stored under a target, and the sandbox serves on.</summary>
    public async Task ShouldHaveNothingAtAsync(string target)
    {
        (await Client.S3Async("GET", target)).Status.ShouldBe(404);
        (await Client.S3Async("GET", $"/{Bucket}/still-here")).Text.ShouldBe("alive");
    }

    public static string Target(string key) => string.Create(CultureInfo.InvariantCulture, $"/{Bucket}/{key}");

    private static async Task SendAsync(NetworkStream wire, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            await wire.WriteAsync(bytes, cancellation);
        }
        catch (IOException)
        {
            // The sandbox may hang up on what it refuses; what counts is its answer.
        }
    }
}
