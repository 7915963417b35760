using CsCheck;
using Mrap.Core.Geography;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class LatencyModelTests
{
    [Theory]
    [InlineData("af-south-1", "af-south-1", 4.46)]
    [InlineData("af-south-1", "ap-east-1", 347.55)]
    [InlineData("ap-east-1", "af-south-1", 353.13)]
    [InlineData("af-south-1", "us-west-2", 273.5)]
    public void Between_Regions_IsTheMeasuredFigure(string from, string to, double milliseconds) =>
        LatencyModel.Between(Samples.Vantage(from), Samples.Region(to)).ShouldBe(new Latency(milliseconds, IsEstimate: false));

    [Theory]
    [InlineData("ap-southeast-2", 35.6)]
    [InlineData("us-west-2", 176.7)]
    public void Between_RegionThatNobodyMeasured_IsTheModelledFigureBothWays(string other, double milliseconds)
    {
        LatencyModel.Between(
            Samples.Vantage("ap-southeast-6"), Samples.Region(other)).ShouldBe(new Latency(milliseconds, IsEstimate: true));
        LatencyModel.Between(
            Samples.Vantage(other), Samples.Region("ap-southeast-6")).ShouldBe(new Latency(milliseconds, IsEstimate: true));
    }

    [Fact]
    public void Between_UnmeasuredRegion_FollowsTheAnchorModel() =>
        LatencyModel.AnchorLeg(
            RegionCatalog.Find(Samples.Region("ap-southeast-6"))!.Position, Samples.Region("ap-southeast-2"))!.Value.ShouldBe(35.6, 0.1);

    [Fact]
    public void Between_City_IsAnEstimateOverAnAnchorPlusAccess()
    {
        var dublin = Samples.Vantage("ie-dublin");
        var latency = LatencyModel.Between(dublin, Samples.Region("eu-west-1"))!.Value;
        var km = Distance.Kilometres(dublin.Position, RegionCatalog.Find(Samples.Region("eu-west-1"))!.Position);

        latency.IsEstimate.ShouldBeTrue();
        latency.Milliseconds.ShouldBe(10 + (0.0165 * km), 1e-9);
    }

    [Fact]
    public void Between_RegionOutsideTheCommercialPartition_IsUnknown() =>
        LatencyModel.Between(Samples.Vantage("us-east-1"), Samples.Region("cn-north-1")).ShouldBeNull();

    [Fact]
    public void Between_EveryVantageAndRegion_IsNeverFasterThanLight()
    {
        foreach (var vantage in VantageCatalog.All)
        {
            foreach (var region in RegionCatalog.Commercial)
            {
                var latency = LatencyModel.Between(vantage, region.Id).ShouldNotBeNull();
                latency.Milliseconds.ShouldBeGreaterThan(
                    LatencyModel.PhysicalFloorPerKm * Distance.Kilometres(vantage.Position, region.Position),
                    $"{vantage.Id} to {region.Id}");
                latency.Milliseconds.ShouldBeLessThan(500);
            }
        }
    }

    [Fact]
    public void Between_MeasuredRegions_SpanTheDocumentedDiagonal()
    {
        var diagonal =
            VantageCatalog.Regions.Select(vantage => LatencyModel.Between(vantage, vantage.Region!.Value)!.Value.Milliseconds).ToArray();

        diagonal.Min().ShouldBe(1.5, 0.1);
        diagonal.Max().ShouldBe(8.3, 0.1);
    }

    [Fact]
    public void AnchorLeg_LeavingEachRegionOut_IsAsGoodAsDocumented()
    {
        var measured = LatencyTable.Shared.Regions.Take(LatencyTable.Shared.MeasuredCount).ToArray();
        var pairs =
            from client in measured
            from target in measured
            where client != target
            let truth = (LatencyTable.Shared.P50(LatencyTable.Shared.IndexOf(client), LatencyTable.Shared.IndexOf(target))
                + LatencyTable.Shared.P50(LatencyTable.Shared.IndexOf(target), LatencyTable.Shared.IndexOf(client))) / 2
            let model = LatencyModel.AnchorLeg(RegionCatalog.Find(client)!.Position, target, without: client)!.Value
            select Math.Abs(model - truth);
        var errors = pairs.Order().ToArray();

        errors.Average().ShouldBe(12.7, 0.5);
        errors[errors.Length / 2].ShouldBe(7.3, 0.5);
    }

    [Fact]
    public void Between_RowComputedAhead_EqualsTheModel() =>
        Gen.Select(Gen.OneOf(VantageCatalog.All.ToArray()), Gen.OneOf(RegionCatalog.Commercial.ToArray())).Sample((vantage, region) =>
            LatencyModel.Between(vantage with { Row = -1 }, region.Id).ShouldBe(LatencyModel.Between(vantage, region.Id)));

    [Fact]
    public void Spread_AnyRegions_IsNotNegative()
    {
        LatencyModel.Spread(Samples.Region("af-south-1"), Samples.Region("ap-east-1")).ShouldBe(376.12 - 347.55, 1e-9);
        RegionCatalog.All.ShouldAllBe(from => RegionCatalog.All.All(to => LatencyModel.Spread(from.Id, to.Id) >= 0));
    }

    [Fact]
    public void VantageCatalog_Read_HasRegionsAndCities()
    {
        VantageCatalog.Regions.Length.ShouldBe(34);
        VantageCatalog.Cities.Length.ShouldBe(180);
        VantageCatalog.All.Select(vantage => vantage.Row).ShouldBe(Enumerable.Range(0, 214));
        VantageCatalog.Find("ng-lagos").ShouldNotBeNull().Name.ShouldBe("Lagos");
        VantageCatalog.Find("nowhere").ShouldBeNull();
        VantageCatalog.Find(null).ShouldBeNull();
    }

    [Fact]
    public void Kilometres_KnownPlaces_MatchTheGlobe()
    {
        Distance.Kilometres(new GeoPoint(0, 0), new GeoPoint(0, 180)).ShouldBe(20_015, 1);
        Distance.Kilometres(new GeoPoint(53.35, -6.26), new GeoPoint(51.51, -0.13)).ShouldBe(464, 3);
        var place = Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (lat, lon) => new GeoPoint(lat, lon));
        Gen.Select(place, place).Sample((a, b) => Distance.Kilometres(a, b).ShouldBe(Distance.Kilometres(b, a), 1e-6));
    }
}
