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

    // The widest texts that the console has, in the halos that it gives to shares of any size, near and far.
    [Theory]
    [InlineData(MapCentre.Greenwich, 1)]
    [InlineData(MapCentre.Pacific, 1)]
    [InlineData(MapCentre.Greenwich, 2.5)]
    [InlineData(MapCentre.Pacific, 8)]
    public void Place_AnySeventeenRegions_CollidesWithNothing(MapCentre centre, double zoom)
    {
        var style = new LabelStyle(LineHeight: 15 / zoom, MarkerRadius: 6 / zoom, Gap: 5 / zoom, CoreRadius: 6 / zoom);
        Gen.Select(Gen.Shuffle(RegionCatalog.All.ToArray(), 1, 17), Gen.Double[6, 16].Array[17]).Sample(
            (regions, radii) =>
            {
                var labels = regions.Select((region, index) => new MapLabel(
                    region.Id.Value,
                    MapProjection.Project(region.Position, centre),
                    $"{region.ShortName} · passive".Length * 8.5 / zoom,
                    radii[index] / zoom)).ToList();

                var placements = LabelLayout.Place(labels, style);

                placements.Length.ShouldBe(labels.Count);
                AssertApart(placements);
                foreach (var placement in placements)
                {
                    placement.Left.ShouldBeGreaterThanOrEqualTo(0);
                    placement.Top.ShouldBeGreaterThanOrEqualTo(0);
                    placement.Right.ShouldBeLessThanOrEqualTo(MapProjection.Width);
                    placement.Bottom.ShouldBeLessThanOrEqualTo(MapProjection.Height);
                    labels.ShouldAllBe(label => IsClear(placement, label.Marker, style.CoreRadius) || label.Id == placement.Id);
                }
            },
            iter: 100);
    }

    [Fact]
    public void Place_SeventeenCrowdedRegions_CollidesWithNothing()
    {
        var crowd = RegionCatalog.All.Where(region => region.Geography is "Europe" or "Middle East" or "Africa").Take(17).ToList();
        var labels = crowd.Select(region => new MapLabel(region.Id.Value, MapProjection.Project(region.Position), 200)).ToList();

        AssertApart(LabelLayout.Place(labels, LabelStyle.Default));
    }

    private static bool IsClear(LabelPlacement text, MapPoint marker, double radius) =>
        marker.X <= text.Left - radius
            || marker.X >= text.Right + radius
            || marker.Y <= text.Top - radius
            || marker.Y >= text.Bottom + radius;

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
