using System.Globalization;
using System.Text.RegularExpressions;
using Mrap.Core.Geography;
using Mrap.Core.Maps;

namespace Mrap.Core.Tests.Maps;

public sealed partial class LandOutlineTests
{
    public static TheoryData<MapCentre> Centres => [.. Enum.GetValues<MapCentre>()];

    [Theory]
    [MemberData(nameof(Centres))]
    public void LandPath_Read_IsManyClosedShapesInsideTheMap(MapCentre centre)
    {
        var path = LandOutline.Around(centre).LandPath;
        var shapes = Read(path);

        shapes.Count.ShouldBeGreaterThan(100);
        path.Count(c => c == 'z').ShouldBe(shapes.Count);
        path.Length.ShouldBeLessThan(60_000);
        shapes.SelectMany(shape => shape).ShouldAllBe(
            point => point.X >= -0.1 && point.X <= 1000.1 && point.Y >= -0.1 && point.Y <= MapProjection.Height + 0.1);
    }

    [Theory]
    [MemberData(nameof(Centres))]
    public void Paths_EveryLine_IsShort(MapCentre centre)
    {
        var outline = LandOutline.Around(centre);
        foreach (var shape in Read(outline.LandPath).Concat(Read(outline.BorderPath)))
        {
            shape.Append(shape[0]).Zip(shape.Skip(1)).Max(pair => Math.Abs(pair.Second.X - pair.First.X)).ShouldBeLessThan(100);
        }
    }

    // A straight line from far north to far south would run inside of the curved edge.
    [Fact]
    public void LandPath_AlongTheEdgeOfTheMapOfThePacific_FollowsIt() =>
        Read(LandOutline.Around(MapCentre.Pacific).LandPath)
            .SelectMany(shape => shape.Append(shape[0]).Zip(shape.Skip(1)))
            .Where(line => IsAtTheEdge(line.First) && IsAtTheEdge(line.Second))
            .ShouldAllBe(line => Math.Abs(line.First.Y - line.Second.Y) < 6);

    [Fact]
    public void Around_TheSameMiddle_IsComputedOnce() =>
        LandOutline.Around(MapCentre.Pacific).ShouldBeSameAs(LandOutline.Around(MapCentre.Pacific));

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(50, 10, true)]
    [InlineData(-25, 135, true)]
    [InlineData(40, -100, true)]
    [InlineData(67, 178, true)]
    [InlineData(0, -30, false)]
    [InlineData(30, -150, false)]
    [InlineData(-30, 80, false)]
    [InlineData(72, -40, true)]
    public void LandPath_WellKnownPlaces_AreOnTheRightSideOfTheCoast(double latitude, double longitude, bool isLand)
    {
        foreach (var centre in Enum.GetValues<MapCentre>())
        {
            var at = MapProjection.Project(new GeoPoint(latitude, longitude), centre);
            Read(LandOutline.Around(centre).LandPath).Count(shape => Contains(shape, at)).ShouldBe(isLand ? 1 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(Centres))]
    public void OtherPaths_Read_StayInsideTheMap(MapCentre centre)
    {
        var borders = LandOutline.Around(centre).BorderPath;
        Read(borders).Count.ShouldBeGreaterThan(150);
        Read(LandOutline.GraticulePath).Count.ShouldBe(17);
        Read(LandOutline.SpherePath).Count.ShouldBe(1);
        foreach (var path in new[] { borders, LandOutline.GraticulePath, LandOutline.SpherePath })
        {
            Read(path)
                .SelectMany(shape => shape)
                .ShouldAllBe(point => point.X >= -0.1 && point.X <= 1000.1 && point.Y >= -0.1 && point.Y <= MapProjection.Height + 0.1);
        }
    }

    private static bool IsAtTheEdge(MapPoint point) =>
        MapProjection.Unproject(point with { X = point.X + Math.CopySign(1, point.X - (MapProjection.Width / 2)) }) is null;

    private static bool Contains(List<MapPoint> shape, MapPoint point)
    {
        var isInside = false;
        for (int i = 0, j = shape.Count - 1; i < shape.Count; j = i++)
        {
            if ((shape[i].Y > point.Y) != (shape[j].Y > point.Y)
                && point.X < ((shape[j].X - shape[i].X) * (point.Y - shape[i].Y) / (shape[j].Y - shape[i].Y)) + shape[i].X)
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }

    private static List<List<MapPoint>> Read(string path)
    {
        Unknown().IsMatch(path).ShouldBeFalse();
        return [.. path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            var numbers = Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
            (numbers.Length % 2).ShouldBe(0);
            var points = new List<MapPoint>();
            for (var i = 0; i < numbers.Length; i += 2)
            {
                points.Add(
                    i == 0 ? new MapPoint(numbers[0], numbers[1]) : new MapPoint(points[^1].X + numbers[i], points[^1].Y + numbers[i + 1]));
            }

            return points;
        })];
    }

    [GeneratedRegex(@"-?\d+(\.\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[^Mlz0-9. -]", RegexOptions.None, 1000)]
    private static partial Regex Unknown();
}
