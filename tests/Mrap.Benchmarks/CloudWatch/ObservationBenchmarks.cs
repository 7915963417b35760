using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Metrics;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Benchmarks.CloudWatch;

/// <summary>What it costs a request to be counted in the request metrics of its bucket.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
#pragma warning disable CA1001 // what it owns ends with CleanUpAsync
public class ObservationBenchmarks
#pragma warning restore CA1001
{
    private const string Document =
        "<MetricsConfigurations><MetricsConfiguration><Id>EntireBucket</Id></MetricsConfiguration></MetricsConfigurations>";

    private readonly DefaultHttpContext _http = new();
    private string _directory = null!;
    private RegionStores _stores = null!;
    private MetricDatabase _database = null!;
    private MetricStore _metrics = null!;
    private RequestMetrics _observer = null!;
    private RequestObserved[] _requests = [];
    private int _next;

    [Params(false, true)]
    public bool IsConfigured { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _directory = Directory.CreateTempSubdirectory("mrap-bench-").FullName;
        _stores = new RegionStores(
            new StorageOptions(_directory, Durability.Process), TimeProvider.System, NullLoggerFactory.Instance);
        var region = RegionId.Parse("us-east-1").Value;
        var bucket = BucketName.Parse("bench-bucket").Value;
        var now = TimeProvider.System.GetUtcNow();
        await _stores.CreateBucketAsync(
            region, new BucketRecord(bucket, AccountId.Parse("111122223333").Value, now, VersioningState.Unversioned), default);
        if (IsConfigured)
        {
            await _stores.Get(region).SetConfigurationAsync(bucket, MetricsDocument.Kind, Document, default);
        }

        _database = MetricDatabase.Open(_directory, Durability.Process);
        _metrics = new MetricStore(_database, TimeProvider.System);
        _observer = new RequestMetrics(_stores, _metrics);
        _requests =
        [
            .. Enumerable.Range(1, 64).Select(i => new RequestObserved(now, "id", "GET", AwsService.S3)
            {
                Operation = "GetObject",
                Family = RequestFamily.Get,
                Bucket = "bench-bucket",
                Key = "key",
                Region = "us-east-1",
                Status = 200,
                BytesOut = 1024,
                FirstByte = TimeSpan.FromMilliseconds(0.1 * i),
                Total = TimeSpan.FromMilliseconds(0.2 * i),
            }),
        ];
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        _metrics.Dispose();
        _database.Dispose();
        await _stores.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark]
    public void Observe() => _observer.Observe(_requests[_next++ & 63], _http);
}
