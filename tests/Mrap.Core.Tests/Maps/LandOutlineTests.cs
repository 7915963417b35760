using System.Globalization;
using System.Text.RegularExpressions;
using Mrap.Core.Maps;

namespace Mrap.Core.Tests.Maps;

public sealed partial class LandOutlineTests
{
    [Fact]
    public void LandPath_Read_IsManyClosedShapesInsideTheMap()
    {
        var shapes = Read(LandOutline.LandPath);

        shapes.Count.ShouldBeGreaterThan(100);
        LandOutline.LandPath.Count(c => c == 'z').ShouldBe(shapes.Count);
        LandOutline.LandPath.Length.ShouldBeLessThan(60_000);
        shapes.SelectMany(shape => shape).ShouldAllBe(
            point => point.X >= -0.1 && point.X <= 1000.1 && point.Y >= -0.1 && point.Y <= MapProjection.Height + 0.1);
    }

    [Fact]
    public void LandPath_EveryLine_IsShort()
    {
        foreach (var shape in Read(LandOutline.LandPath))
        {
            shape.Zip(shape.Skip(1)).Max(pair => Math.Abs(pair.Second.X - pair.First.X)).ShouldBeLessThan(100);
        }
    }

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(50, 10, true)]
    [InlineData(-25, 135, true)]
    [InlineData(40, -100, true)]
    [InlineData(67, 178, true)]
    [InlineData(0, -30, false)]
    [InlineData(30, -150, false)]
    [InlineData(-30, 80, false)]
    public void LandPath_WellKnownPlaces_AreOnTheRightSideOfTheCoast(double latitude, double longitude, bool isLand) =>
        Read(LandOutline.LandPath).Count(shape => Contains(shape, MapProjection.Project(latitude, longitude))).ShouldBe(isLand ? 1 : 0);

    [Fact]
    public void OtherPaths_Read_StayInsideTheMap()
    {
        Read(LandOutline.BorderPath).Count.ShouldBeGreaterThan(150);
        Read(LandOutline.GraticulePath).Count.ShouldBe(17);
        Read(LandOutline.SpherePath).Count.ShouldBe(1);
        foreach (var path in new[] { LandOutline.BorderPath, LandOutline.GraticulePath, LandOutline.SpherePath })
        {
            Read(path)
                .SelectMany(shape => shape)
                .ShouldAllBe(point => point.X >= -0.1 && point.X <= 1000.1 && point.Y >= -0.1 && point.Y <= MapProjection.Height + 0.1);
        }
    }

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
