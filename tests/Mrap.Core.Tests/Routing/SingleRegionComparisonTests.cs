using CsCheck;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class SingleRegionComparisonTests
{
    [Fact]
    public void Of_HealthyTableOfActiveRegions_CostsNobodyMoreThanATie() =>
        Gen.Select(Samples.Tables, Gen.Int[0, 16]).Sample((table, pick) =>
        {
            var active = RouteTable.Create(table.Routes.Select(route => route with { Dial = TrafficDial.Active }));

            var comparison = SingleRegionComparison.Of(active, FleetHealth.AllUp, active.Routes[pick % active.Routes.Length].Region)!;

            comparison.Places.ShouldAllBe(place => place.Slower <= LatencyModel.TieBandMilliseconds);
            comparison.MedianGain!.Value.ShouldBeGreaterThan(-0.5);
            (comparison.Better + comparison.Worse).ShouldBeInRange(0, 1 + 1e-9);
        });

    [Fact]
    public void Of_ARegionWithoutABucket_IsNothing() =>
        SingleRegionComparison.Of(Samples.Table("us-east-1"), FleetHealth.AllUp, Samples.Region("eu-west-1")).ShouldBeNull();

    [Fact]
    public void Of_OneRegionAgainstItself_ChangesNothing()
    {
        var comparison = SingleRegionComparison.Of(Samples.Table("us-east-1"), FleetHealth.AllUp, Samples.Region("us-east-1"))!;

        (comparison.MedianGain, comparison.NinetyFifthGain, comparison.Better, comparison.Worse).ShouldBe((0, 0, 0, 0));
        comparison.Gains(10).ShouldBeEmpty();
        comparison.Losses(10).ShouldBeEmpty();
    }

    [Fact]
    public void Of_ThreeContinentsAgainstOne_GainsMostFarAway()
    {
        var table = Samples.Table("us-east-1", "eu-west-1", "ap-southeast-2");

        var comparison = SingleRegionComparison.Of(table, FleetHealth.AllUp, Samples.Region("us-east-1"))!;

        comparison.MedianGain!.Value.ShouldBeGreaterThan(0);
        comparison.Gains(10).Length.ShouldBe(10);
        comparison.Gains(10).Select(place => place.Slower).ShouldBeInOrder();
        comparison.Gains(1).ShouldHaveSingleItem().Client.Country.ShouldBe("Australia");
    }

    [Fact]
    public void Of_ARegionThatIsDown_LosesWhereTheOneBucketWouldStillAnswer()
    {
        var table = Samples.Table("us-east-1", "ap-southeast-2");
        var health = FleetHealth.AllUp.With(Samples.Region("ap-southeast-2"), RegionHealth.Down);

        var comparison = SingleRegionComparison.Of(table, health, Samples.Region("ap-southeast-2"))!;

        comparison.Losses(10).Length.ShouldBe(10);
        comparison.Losses(10).Select(place => place.Slower).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void BestOf_AnyTable_HasTheLeastMedianOfThoseThatAreUp() =>
        Gen.Select(Samples.Tables, Samples.Healths).Sample((table, health) =>
        {
            var best = SingleRegionComparison.BestOf(table, health);

            var up = table.Routes.Where(route => health.Of(route.Region) != RegionHealth.Down).ToList();
            var rivals = up.Count > 0 ? up : [.. table.Routes];
            var least = rivals.Min(route => SingleRegionComparison.Of(table, FleetHealth.AllUp, route.Region)!.Alone.Median);
            SingleRegionComparison.Of(table, FleetHealth.AllUp, best)!.Alone.Median.ShouldBe(least);
            rivals.ShouldContain(route => route.Region == best);
        }, iter: 10);
}
