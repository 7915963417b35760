using CsCheck;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Maps;

public sealed class ArcTests
{
    private static readonly Gen<GeoPoint> s_place =
        Gen.Select(Gen.Double[-50, 70], Gen.Double[-179, 179], (lat, lon) => new GeoPoint(lat, lon));

    public static TheoryData<MapCentre> Centres => [.. Enum.GetValues<MapCentre>()];

    [Fact]
    public void Between_OregonAndSydney_LeavesLeftAndEntersRight()
    {
        var arc = Arc.Between(Of("us-west-2"), Of("ap-southeast-2"));

        arc.Segments.Length.ShouldBe(2);
        arc.Segments[0].End.X.ShouldBeLessThan(arc.Segments[0].Start.X);
        arc.Segments[1].Start.X.ShouldBeGreaterThan(arc.Segments[1].End.X);
        arc.Segments[1].End.ShouldBe(MapProjection.Project(Of("ap-southeast-2")));
        arc.Path.Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public void Between_VirginiaAndIreland_IsLiftedToTheNorthAndBackToTheSouth()
    {
        var there = Arc.Between(Of("us-east-1"), Of("eu-west-1"));
        var back = Arc.Between(Of("eu-west-1"), Of("us-east-1"));

        there.Wraps.ShouldBeFalse();
        there.Middle!.Value.Y.ShouldBeLessThan(back.Middle!.Value.Y);
    }

    [Fact]
    public void Between_TheSamePlace_IsNothing()
    {
        var arc = Arc.Between(Of("us-east-1"), Of("us-east-1"));

        arc.Path.ShouldBeEmpty();
        arc.Middle.ShouldBeNull();
    }

    [Fact]
    public void Between_OregonAndSydneyAroundThePacific_IsOneCurve() =>
        Arc.Between(Of("us-west-2"), Of("ap-southeast-2"), MapCentre.Pacific).Wraps.ShouldBeFalse();

    [Fact]
    public void Between_VirginiaAndIrelandAroundThePacific_LeavesRightAndEntersLeft()
    {
        var arc = Arc.Between(Of("us-east-1"), Of("eu-west-1"), MapCentre.Pacific);

        arc.Segments.Length.ShouldBe(2);
        arc.Segments[0].End.X.ShouldBeGreaterThan(arc.Segments[0].Start.X);
        arc.Segments[1].Start.X.ShouldBeLessThan(arc.Segments[1].End.X);
    }

    [Theory]
    [MemberData(nameof(Centres))]
    public void Between_AnyPlaces_NeverCrossesTheMapTheLongWay(MapCentre centre) =>
        Gen.Select(s_place, s_place).Sample((from, to) =>
        {
            var arc = Arc.Between(from, to, centre);
            var half = MapProjection.Width / 2;

            arc.Segments.ShouldAllBe(segment => Math.Abs(segment.End.X - segment.Start.X) <= half + 1e-6);
            arc.Wraps.ShouldBe(Math.Abs(Relative(to) - Relative(from)) > 180);
            double Relative(GeoPoint place) => Math.IEEERemainder(place.Longitude - centre.Meridian(), 360);
        });

    [Theory]
    [MemberData(nameof(Centres))]
    public void Between_AnyPlaces_StartsAndEndsThereAndMeetsAtTheRim(MapCentre centre) =>
        Gen.Select(s_place, s_place).Where((from, to) => from != to).Sample((from, to) =>
        {
            var segments = Arc.Between(from, to, centre).Segments;

            segments[0].Start.ShouldBe(MapProjection.Project(from, centre));
            segments[^1].End.ShouldBe(MapProjection.Project(to, centre));
            if (segments.Length == 2)
            {
                segments[0].End.Y.ShouldBe(segments[1].Start.Y, 1e-6);
                (segments[0].End.X + segments[1].Start.X).ShouldBe(MapProjection.Width, 1e-6);
            }
        });

    [Fact]
    public void Recentre_AnyArc_IsTheArcMadeForThatMiddle() =>
        Gen.Select(s_place, s_place).Where((from, to) => Distance.Kilometres(from, to) > 10).Sample((from, to) =>
        {
            var moved = Arc.Between(from, to).Recentre(MapCentre.Greenwich, MapCentre.Pacific);
            var made = Arc.Between(from, to, MapCentre.Pacific);

            moved.Segments.Length.ShouldBe(made.Segments.Length);
            moved.Segments[0].Control.X.ShouldBe(made.Segments[0].Control.X, 1e-3);
            moved.Segments[^1].End.Y.ShouldBe(made.Segments[^1].End.Y, 1e-3);
        });

    [Theory]
    [InlineData("us-east-1", "eu-west-1", 0)]
    [InlineData("eu-west-1", "us-east-1", 180)]
    public void Heading_InTheMiddle_IsTowardsTheEnd(string from, string to, double expected) =>
        Math.Abs(Math.IEEERemainder(Arc.Between(Of(from), Of(to)).Heading - expected, 360)).ShouldBeLessThan(45);

    private static GeoPoint Of(string region) => RegionCatalog.Find(RegionId.Parse(region).Value)!.Position;
}
