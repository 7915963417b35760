using Mrap.Core.Traffic;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Traffic;

/// <summary>What the sandbox tells whoever sends its traffic.</summary>
public sealed class TrafficPortTests
{
    [Fact]
    public async Task Generator_IsToldWhereToAndWithWhoseKey()
    {
        var generator = new KeptGenerator();
        await using var sandbox = await SandboxFixture.StartAsync(generator: generator);
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "us-east-1", "eu-west-1");

        var answer = await client.SendAsync(
            WireRequest.Of("POST", "/_sandbox/traffic", "{\"accessPoint\":\"demo\",\"rate\":7}") with { IsSigned = false });

        answer.Status.ShouldBe(201);
        var (plan, target) = generator.Started.ShouldHaveSingleItem();
        plan.RequestsPerSecond.ShouldBe(7);
        target.Alias.Value.ShouldBe(alias);
        target.Members.Select(member => member.Region.Value).ShouldBe(["eu-west-1", "us-east-1"]);
        target.ProxyPort.ShouldBe(sandbox.Host.ProxyPort);
        target.AccessKeyId.ShouldBe(SandboxClient.Administrator.AccessKeyId);
        target.SecretAccessKey.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sandbox_ThatStops_StopsItsTraffic()
    {
        var generator = new KeptGenerator();
        await using var sandbox = await SandboxFixture.StartAsync(generator: generator);

        await sandbox.Host.StopAsync(Xunit.TestContext.Current.CancellationToken);

        generator.Stops.ShouldBeGreaterThan(0);
    }

    private sealed class KeptGenerator : ITrafficGenerator
    {
        public List<(TrafficPlan Plan, TrafficTarget Target)> Started { get; } = [];

        public int Stops { get; private set; }

        public bool TryStart(TrafficPlan plan, TrafficTarget target)
        {
            Started.Add((plan, target));
            return true;
        }

        public TrafficReport? Read(long since, int limit) => null;

        public Task StopAsync()
        {
            Stops++;
            return Task.CompletedTask;
        }
    }
}
