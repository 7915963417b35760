using CsCheck;
using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Maps;

public sealed class LabelLayoutTests
{
    private const double FontSize = 11;

    [Fact]
    public void Place_SeventeenOriginalRegions_NoTwoTextsOverlap()
    {
        var placements = LabelLayout.Place(Labels(RegionCatalog.All.Where(region => region.IsOriginal)), LabelStyle.Default);

        placements.Length.ShouldBe(17);
        AssertApart(placements);
    }

    [Fact]
    public void Place_EuropeanCluster_NoTextCoversAnotherMarker()
    {
        var cluster = Labels(RegionCatalog.All.Where(region => region.Geography == "Europe" && region.IsCommercial));

        var placements = LabelLayout.Place(cluster, LabelStyle.Default);

        AssertApart(placements);
        placements.Any(placement => placement.HasLeader).ShouldBeTrue();
        foreach (var placement in placements)
        {
            cluster.Where(label => label.Id != placement.Id).ShouldAllBe(label =>
                label.Marker.X < placement.Left
                    || label.Marker.X > placement.Right
                    || label.Marker.Y < placement.Top
                    || label.Marker.Y > placement.Bottom);
        }
    }

    [Fact]
    public void Place_AtTheRightRim_FlipsToTheLeft()
    {
        var label = MapLabel.For("x", new MapPoint(985, 200), "New Zealand", FontSize);

        var placement = LabelLayout.Place([label], LabelStyle.Default).ShouldHaveSingleItem();

        placement.IsEndAnchored.ShouldBeTrue();
        placement.HasLeader.ShouldBeFalse();
        placement.Right.ShouldBeLessThan(985);
    }

    [Fact]
    public void Place_Alone_StandsRightOfTheMarker()
    {
        var placement =
            LabelLayout.Place([MapLabel.For("x", new MapPoint(300, 200), "Ireland", FontSize)], LabelStyle.Default).ShouldHaveSingleItem();

        placement.IsEndAnchored.ShouldBeFalse();
        placement.Text.ShouldBe(new MapPoint(308, 200));
    }

    [Fact]
    public void Place_AnyOrder_GivesTheSamePlaces() =>
        Gen.Shuffle(Labels(RegionCatalog.Commercial)).Sample(
            shuffled =>
                LabelLayout.Place(shuffled, LabelStyle.Default).ShouldBe(
                    LabelLayout.Place(Labels(RegionCatalog.Commercial), LabelStyle.Default)),
            iter: 20);

    private static MapLabel[] Labels(IEnumerable<Region> regions) =>
        [.. regions.Select(region => MapLabel.For(region.Id.Value, MapProjection.Project(region.Position), region.ShortName, FontSize))];

    private static void AssertApart(IReadOnlyList<LabelPlacement> placements)
    {
        for (var i = 0; i < placements.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                placements[i].Overlaps(placements[j]).ShouldBeFalse($"{placements[i].Id} and {placements[j].Id}");
            }
        }
    }
}
