using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class PredictedLatencyTests
{
    private static readonly RegionId s_virginia = RegionId.Parse("us-east-1").Value;
    private static readonly RegionId s_mumbai = RegionId.Parse("ap-south-1").Value;

    [Fact]
    public void Of_NoRegion_IsUnknown() => PredictedLatency.Of([]).ShouldBeNull();

    [Fact]
    public void Of_MoreRegions_IsNeverSlower()
    {
        var one = PredictedLatency.Of([s_virginia])!;
        var two = PredictedLatency.Of([s_virginia, s_mumbai])!;

        two.MeanMilliseconds.ShouldBeLessThan(one.MeanMilliseconds);
        two.MedianMilliseconds.ShouldBeLessThanOrEqualTo(one.MedianMilliseconds);
        one.NinetiethMilliseconds.ShouldBeGreaterThan(one.MedianMilliseconds);
    }

    [Fact]
    public void Best_WithVirginiaChosen_NamesARegionFarFromIt()
    {
        var advice = RegionRecommendation.Best(
            [s_virginia], RegionCatalog.AccessPointCapable.Where(region => !region.IsOptIn).Select(region => region.Id))!;

        RegionCatalog.Find(advice.Region)!.Geography.ShouldNotBe(RegionCatalog.Find(s_virginia)!.Geography);
        advice.Then.MeanMilliseconds.ShouldBeLessThan(advice.Now!.MeanMilliseconds);
    }

    [Fact]
    public void Best_WithNoCandidateLeft_IsNothing() => RegionRecommendation.Best([s_virginia], [s_virginia]).ShouldBeNull();
}
