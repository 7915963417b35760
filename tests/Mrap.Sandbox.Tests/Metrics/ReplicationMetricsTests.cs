using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.S3.Metrics;
using Mrap.Sandbox.Storage;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Metrics;

/// <summary>Replication and storage metrics are published where AWS publishes them.</summary>
public sealed class ReplicationMetricsTests : IAsyncLifetime, IReplicationBacklog
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReplicationLink s_link = new("source-bucket", "eu-west-1", "target-bucket", "us-east-1", "rule");

    private readonly FakeTimeProvider _time = new(s_now);
    private SandboxFixture _sandbox = null!;
    private SandboxClient _client = null!;
    private MetricStore _store = null!;
    private ReplicationMetrics _metrics = null!;
    private ReplicationPending _pending = new(s_link, 0, 0, Oldest: null);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(time: _time);
        _client = new SandboxClient(_sandbox);
        await _client.CreateBucketAsync("source-bucket", "eu-west-1");
        _store = _sandbox.Host.Services.GetRequiredService<MetricStore>();
        _metrics = new ReplicationMetrics(_sandbox.Host.Services.GetRequiredService<RegionStores>(), _store, [this]);
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    IReadOnlyList<ReplicationPending> IReplicationBacklog.Read() => [_pending];

    [Fact]
    public void Pending_IsPublishedInTheDestination_IdleRulesToo()
    {
        _metrics.Sample(s_now);
        _pending = new(s_link, 3, 300, s_now.AddSeconds(-90));
        _metrics.Sample(s_now.AddMinutes(1));

        Read("us-east-1", "OperationsPendingReplication").Select(point => point.Maximum).ShouldBe([0, 3]);
        Read("us-east-1", "BytesPendingReplication").Select(point => point.Maximum).ShouldBe([0, 300]);
        Read("us-east-1", "ReplicationLatency").Select(point => point.Maximum).ShouldBe([0, 150]);
        Read("eu-west-1", "ReplicationLatency").ShouldBeEmpty();
    }

    [Fact]
    public void Failures_ArePublishedInTheSource_AsARate()
    {
        _metrics.Observe(new ReplicationObserved(s_now, s_link, TimeSpan.FromSeconds(2), 10, Failure: null));
        _metrics.Observe(new ReplicationObserved(s_now, s_link, TimeSpan.FromSeconds(2), 10, "DstPutObjectNotPermitted"));

        var point = Read("eu-west-1", "OperationsFailedReplication").ShouldHaveSingleItem();
        (point.Sum, point.Count).ShouldBe((1, 2));
        Read("us-east-1", "ReplicationLatency").ShouldHaveSingleItem().Maximum.ShouldBe(2);
        Read("us-east-1", "OperationsFailedReplication").ShouldBeEmpty();
    }

    [Fact]
    public async Task Storage_IsMeasuredOnceADay()
    {
        (await _client.S3Async("PUT", "/source-bucket/a", "hello", "eu-west-1")).Status.ShouldBe(200);

        _time.Advance(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        var size = Storage("BucketSizeBytes", "StandardStorage");
        (size.Sum, size.Count).ShouldBe((5, 1));
        Storage("NumberOfObjects", "AllStorageTypes").Sum.ShouldBe(1);
    }

    private IEnumerable<MetricPoint> Read(string region, string name) => Read(new MetricIdentity(
        region, SandboxClient.Account, "AWS/S3", name, new("SourceBucket", "source-bucket"), new("DestinationBucket", "target-bucket"),
        new("RuleId", "rule")));

    private MetricPoint Storage(string name, string type) => Read(new MetricIdentity(
        "eu-west-1", SandboxClient.Account, "AWS/S3", name, new("BucketName", "source-bucket"), new("StorageType", type)))
        .ShouldHaveSingleItem();

    private IEnumerable<MetricPoint> Read(MetricIdentity identity) => _store.Find(identity) is { } series
        ? _store.Read(series, s_now.ToUnixTimeSeconds() - 86_400, s_now.ToUnixTimeSeconds() + 600, 60, withDigests: false).Values
        : [];
}
