using CsCheck;
using Mrap.Core.Faults;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Faults;

public sealed class RegionConditionTests
{
    private static readonly Gen<RegionCondition> s_conditions = Gen.Select(
        Gen.Enum<RegionHealth>(), Gen.Double[0, 60_000], Gen.Double[0, 60_000], Gen.Double[0, 1], Gen.Bool, Gen.Double[-86_400, 86_400],
        (state, latency, jitter, errors, isPaused, skew) => new RegionCondition(state, latency, jitter, errors, isPaused, skew));

    [Fact]
    public void Document_OfACondition_GivesItBack() => s_conditions.Sample(
        condition => RegionConditionDocument.Of(condition).Apply(RegionCondition.Sound).Value.ShouldBe(condition));

    [Fact]
    public void EmptyDocument_ChangesNothing() =>
        s_conditions.Sample(condition => new RegionConditionDocument().Apply(condition).Value.ShouldBe(condition));

    [Theory]
    [InlineData("sideways", 0, 0, null, 0, "state must be up, down or degraded")]
    [InlineData("up", -1, 0, null, 0, "latencyMs and jitterMs must be from 0 to 60000")]
    [InlineData("up", 60_001, 0, null, 0, "latencyMs and jitterMs must be from 0 to 60000")]
    [InlineData("up", double.NaN, 0, null, 0, "latencyMs and jitterMs must be from 0 to 60000")]
    [InlineData("up", 0, 1.1, null, 0, "errorRate must be from 0 to 1")]
    [InlineData("up", 0, 0, "resting", 0, "replication must be running or paused")]
    [InlineData("up", 0, 0, null, 86_401, "clockSkewSeconds must be from -86400 to 86400")]
    public void Document_ThatBreaksARule_SaysWhich(
        string state, double latency, double errors, string? replication, double skew, string fault) =>
        new RegionConditionDocument(state, latency, JitterMs: 0, errors, replication, skew).Apply(RegionCondition.Sound)
            .Faults.ShouldBe([fault]);

    [Fact]
    public void Conditions_KeepOnlyWhatIsFaulty()
    {
        var ireland = RegionId.Parse("eu-west-1").Value;
        var down = FleetConditions.AllSound.With(ireland, RegionCondition.Sound with { State = RegionHealth.Down });

        down.Faulty.Keys.ShouldBe([ireland]);
        down.Health.Of(ireland).ShouldBe(RegionHealth.Down);
        down.With(ireland, RegionCondition.Sound).ShouldBe(FleetConditions.AllSound);
    }

    [Fact]
    public void Presets_KeepTheRulesAndDoSomething()
    {
        foreach (var preset in FaultPreset.All.Append(FaultPreset.Isolated(RegionId.Parse("eu-west-1").Value)))
        {
            preset.Apply(FleetConditions.AllSound).Faulty.Count.ShouldBe(preset.Changes.Count, preset.Id);
        }
    }
}
