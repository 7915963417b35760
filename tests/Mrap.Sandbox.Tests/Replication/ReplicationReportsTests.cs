using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Replication;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Tests.CloudWatch;
using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

/// <summary>Those who want to know of replication are told of the rules that have metrics, and CloudWatch shows it.</summary>
public sealed class ReplicationReportsTests : IReplicationObserver
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<ReplicationObserved> _told = [];

    void IReplicationObserver.Observe(ReplicationObserved observed) => _told.Add(observed);

    [Fact]
    public async Task Observers_AreToldOfRulesWithMetrics()
    {
        var time = new FakeTimeProvider(s_now);
        await using var bench = await StartAsync(time);
        await bench.PutRulesAsync(Source, Rule(Ireland, options: Timed), Rule(Tokyo));
        await bench.PutAsync(Source, "a", "12345");
        var stores = bench.Sandbox.Host.Services.GetRequiredService<RegionStores>();
        var source = BucketName.Parse(Source).Value;
        var version = stores.Get(RegionId.Parse("us-east-1").Value).FindObject(source, "a", versionId: null)!;
        var reports = new ReplicationReports(stores, [this], time);

        Tell(Ireland, "eu-west-1", failure: null);
        Tell(Ireland, "eu-west-1", "DstPutObjectNotPermitted");
        Tell(Tokyo, "ap-northeast-1", failure: null);

        var link = new ReplicationLink(Source, "us-east-1", Ireland, "eu-west-1", "to-" + Ireland);
        _told.ShouldBe(
        [
            new ReplicationObserved(s_now, link, TimeSpan.FromSeconds(3), 5, Failure: null),
            new ReplicationObserved(s_now, link, TimeSpan.FromSeconds(3), 5, "DstPutObjectNotPermitted"),
        ]);

        void Tell(string destination, string region, string? failure) => reports.Tell(
            RegionId.Parse("us-east-1").Value,
            RegionId.Parse(region).Value,
            [
                new ReplicationOutcome(
                    new ReplicationTask(
                        1, version, BucketName.Parse(destination).Value, "to-" + destination, ObjectChangeKind.Version,
                        s_now.AddSeconds(-3), IsTimed: false, IsMissed: false),
                    failure,
                    Event: null),
            ]);
    }

    [Fact]
    public async Task CloudWatch_ShowsReplicationWhereAwsPublishesIt()
    {
        var time = new FakeTimeProvider(s_now);
        await using var bench = await StartAsync(time);
        await bench.PutRulesAsync(Source, Rule(Ireland, options: Timed), Rule(Tokyo));
        await bench.PutAsync(Source, "a", "12345");
        await bench.DrainAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        (await NamesAsync("eu-west-1")).ShouldBe(["BytesPendingReplication", "OperationsPendingReplication", "ReplicationLatency"]);
        (await NamesAsync("us-east-1")).ShouldBe(["OperationsFailedReplication"]);
        (await NamesAsync("ap-northeast-1")).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> NamesAsync(string region) =>
            (await new CloudWatchClient(bench.Sandbox, region).QueryAsync(
                "ListMetrics", ("Dimensions.member.1.Name", "SourceBucket"), ("Dimensions.member.1.Value", Source)))
            .Values("MetricName");
    }
}
