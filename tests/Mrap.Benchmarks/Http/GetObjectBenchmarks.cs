using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Benchmarks.Http;

/// <summary>
/// GET of 1 KiB over loopback: the sandbox with a verified signature against a bare Kestrel endpoint that returns the same bytes to the
/// same request.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class GetObjectBenchmarks
{
    private const int Requests = 16_000;
    private const int Connections = 16;
    private const string Bucket = "bench-bucket";
    private const string Key = "small.bin";

    private static readonly AwsCredential s_credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private readonly byte[] _body = RandomNumberGenerator.GetBytes(1024);
    private readonly RequestSigner _signer = new(new SigningKeyCache());
    private string _directory = null!;
    private SandboxHost _sandbox = null!;
    private WebApplication _bare = null!;
    private LoadClient _bareClient = null!;
    private LoadClient _signedClient = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _directory = Directory.CreateTempSubdirectory("mrap-bench-").FullName;
        _sandbox = await SandboxHost.CreateAsync(new SandboxOptions { HttpPort = 0, ProxyPort = 0, DataDirectory = _directory });
        await PutAsync($"/{Bucket}", []);
        await PutAsync($"/{Bucket}/{Key}", _body);
        _bare = await StartBareAsync();

        var get = Signed("GET", $"/{Bucket}/{Key}", _sandbox.HttpPort, []);
        _signedClient = new LoadClient(_sandbox.HttpPort, get, Connections);
        _bareClient = new LoadClient(
            new Uri(_bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port, get,
            Connections);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _bareClient.Close();
        _signedClient.Close();
        await _bare.DisposeAsync();
        await _sandbox.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public Task BareKestrel() => _bareClient.SendAsync(Requests);

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task SignedGet() => _signedClient.SendAsync(Requests);

    private async Task<WebApplication> StartBareAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentLength = _body.Length;
            await context.Response.Body.WriteAsync(_body, context.RequestAborted);
        });
        await app.StartAsync();
        return app;
    }

    private async Task PutAsync(string path, byte[] body)
    {
        using var client = new HttpClient();
        var request = Sign("PUT", path, _sandbox.HttpPort, body);
        using var message = new HttpRequestMessage(
            HttpMethod.Put, new Uri($"http://localhost:{_sandbox.HttpPort}{path}"))
        { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(message);
        answer.EnsureSuccessStatusCode();
    }

    private string Signed(string method, string path, int port, byte[] body)
    {
        var request = Sign(method, path, port, body);
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\n");
        foreach (var (name, value) in request.Headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return text.Append("\r\n").ToString();
    }

    private SignableRequest Sign(string method, string path, int port, byte[] body)
    {
        var request = new SignableRequest(method, path);
        request.Headers["Host"] = $"localhost:{port}";
        var parameters = new SigningParameters(SigningAlgorithm.V4, s_credential, "us-east-1", "s3");
        _signer.Sign(
            request, parameters, TimeProvider.System.GetUtcNow(),
            new PayloadDeclaration(PayloadKind.Hashed, Convert.ToHexStringLower(SHA256.HashData(body))));
        return request;
    }
}
