using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Sandbox.Metrics;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Benchmarks.CloudWatch;

/// <summary>A dashboard's GetMetricData over HTTP: 17 Regions in parallel, ten series each, 24 hours by the minute.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
#pragma warning disable CA1001 // what it owns ends with CleanUpAsync
public class MetricDataBenchmarks
#pragma warning restore CA1001
{
    private const string Account = "111122223333";
    private const int Minutes = 1440;
    private static readonly string[] s_metrics = [.. Enumerable.Range(0, 10).Select(i => $"Metric{i}")];

    private readonly RequestSigner _signer = new(new SigningKeyCache());
    private readonly HttpClient _client = new();
    private readonly long _start = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60 * 60) - (Minutes * 60);
    private string[] _regions = [];
    private string _directory = null!;
    private SandboxHost _sandbox = null!;

    [Params("Sum", "p99")]
    public string Statistic { get; set; } = "Sum";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _directory = Directory.CreateTempSubdirectory("mrap-bench-").FullName;
        _sandbox = await SandboxHost.CreateAsync(new SandboxOptions { HttpPort = 0, ProxyPort = 0, DataDirectory = _directory });
        _regions = [.. RegionCatalog.Commercial.Take(17).Select(region => region.Id.Value)];
        var store = _sandbox.Services.GetRequiredService<MetricStore>();
        foreach (var region in _regions)
        {
            foreach (var metric in s_metrics)
            {
                var series = store.Open(new MetricIdentity(region, Account, "Bench", metric), "Count")!;
                for (var minute = 0; minute < Minutes; minute++)
                {
                    for (var value = 0; value < 10; value++)
                    {
                        series.Add(_start + (minute * 60), ((minute * 31) + (value * 17)) % 997);
                    }
                }
            }
        }

        store.Flush();
        if (await AllAsync() != 17 * 10 * Minutes)
        {
            throw new InvalidOperationException("points are missing");
        }
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark]
    public async Task<int> AllAsync() => (await Task.WhenAll(_regions.Select(region => Task.Run(() => OneAsync(region))))).Sum();

    private async Task<int> OneAsync(string region)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            MetricDataQueries = s_metrics.Select((metric, i) => new
            {
                Id = $"m{i}",
                MetricStat = new { Metric = new { Namespace = "Bench", MetricName = metric }, Period = 60, Stat = Statistic },
            }),
            StartTime = _start,
            EndTime = _start + (Minutes * 60),
        });
        var request = new SignableRequest("POST", "/");
        request.Headers["Host"] = $"localhost:{_sandbox.HttpPort}";
        request.Headers["X-Amz-Target"] = "GraniteServiceVersion20100801.GetMetricData";
        _signer.Sign(
            request,
            new SigningParameters(
                SigningAlgorithm.V4, new AwsCredential("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), region,
                "monitoring"),
            TimeProvider.System.GetUtcNow(),
            new PayloadDeclaration(PayloadKind.Hashed, Convert.ToHexStringLower(SHA256.HashData(body))));
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost:{_sandbox.HttpPort}/"));
        message.Content = new ByteArrayContent(body);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(message);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.GetProperty("MetricDataResults").EnumerateArray()
            .Sum(result => result.GetProperty("Values").GetArrayLength());
    }
}
