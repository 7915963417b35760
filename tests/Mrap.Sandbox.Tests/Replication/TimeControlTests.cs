using Microsoft.Extensions.Time.Testing;
using static Mrap.Sandbox.Tests.Replication.ReplicationBench;

namespace Mrap.Sandbox.Tests.Replication;

/// <summary>Conditions of Regions, and the events of replication time control.</summary>
public sealed class TimeControlTests
{
    private static readonly TimeSpan s_threshold = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Object_LateAndThenReplicated_IsToldTwice()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bench = await StartAsync(time);
        await bench.PutRulesAsync(Source, Rule(Ireland, options: Timed), Rule(Tokyo));
        await bench.ConditionAsync("eu-west-1", "{\"state\":\"down\"}");
        await bench.PutAsync(Source, "a");
        (await bench.StatusAsync(Source, "a")).ShouldBe("PENDING");

        await AdvanceAsync(bench, time, s_threshold - TimeSpan.FromSeconds(1));
        (await bench.EventsAsync()).ShouldBeEmpty();
        await AdvanceAsync(bench, time, TimeSpan.FromSeconds(2));
        await UntilAsync(async () => (await bench.EventsAsync()).Count == 1);
        await bench.AdminAsync("DELETE", "regions");
        await bench.DrainAsync();

        (await bench.EventsAsync()).ShouldBe(
            [("Replication:OperationReplicatedAfterThreshold", null), ("Replication:OperationMissedThreshold", null)]);
        (await bench.StatusAsync(Source, "a")).ShouldBe("COMPLETED");
    }

    [Fact]
    public async Task Object_WhoseTimedRuleIsRemoved_IsNotTrackedAnyMore()
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland, options: Timed), Rule(Tokyo));
        await bench.ConditionAsync("us-east-1", "{\"replication\":\"paused\"}");
        await bench.PutAsync(Source, "a");
        await bench.PutRulesAsync(Source, Rule(Tokyo));

        await bench.ConditionAsync("us-east-1", "{\"replication\":\"running\"}");
        await bench.DrainAsync();

        (await bench.EventsAsync()).ShouldBe([("Replication:OperationNotTracked", "SrcBucketReplicationConfigMissing")]);
    }

    [Theory]
    [InlineData("eu-west-1", "{\"state\":\"down\"}", "PENDING", "REPLICA")]
    [InlineData("us-east-1", "{\"replication\":\"paused\"}", "PENDING", "absent")]
    [InlineData("eu-west-1", "{\"replication\":\"paused\"}", "COMPLETED", "REPLICA")]
    public async Task Backlog_OfARegionInTrouble_WaitsAndDrainsAfterwards(string region, string condition, string source, string tokyo)
    {
        await using var bench = await StartAsync();
        await bench.PutRulesAsync(Source, Rule(Ireland), Rule(Tokyo));
        await bench.ConditionAsync(region, condition);
        await bench.PutAsync(Source, "a", "12345");
        if (tokyo == "REPLICA")
        {
            await UntilAsync(async () => await bench.StatusAsync(Tokyo, "a") == "REPLICA");
        }

        if (source == "COMPLETED")
        {
            await bench.DrainAsync();
        }

        (await bench.StatusAsync(Source, "a")).ShouldBe(source);
        (await bench.StatusAsync(Tokyo, "a")).ShouldBe(tokyo);
        var rule = (await bench.AdminAsync("GET", "replication")).GetProperty("rules")[0];
        rule.GetProperty("pendingBytes").GetInt64().ShouldBe(source == "PENDING" ? 5 : 0);

        await bench.AdminAsync("DELETE", "regions");
        await bench.DrainAsync();
        (await bench.StatusAsync(Source, "a")).ShouldBe("COMPLETED");
        (await bench.StatusAsync(Ireland, "a")).ShouldBe("REPLICA");
    }

    [Fact]
    public async Task Replication_IntoASlowRegion_TakesAsLong()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bench = await StartAsync(time);
        await bench.PutRulesAsync(Source, Rule(Tokyo));
        await bench.ConditionAsync("ap-northeast-1", "{\"latencyMs\":2000}");
        await bench.PutAsync(Source, "a");

        (await bench.StatusAsync(Source, "a")).ShouldBe("PENDING");
        await UntilAsync(async () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            return await bench.StatusAsync(Source, "a") == "COMPLETED";
        });
    }

    // The timer is set by the worker, which runs beside the request.
    private static async Task AdvanceAsync(ReplicationBench bench, FakeTimeProvider time, TimeSpan by)
    {
        await UntilAsync(async () => (await bench.AdminAsync("GET", "replication")).GetProperty("pending").GetInt64() == 1);
        time.Advance(by);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
