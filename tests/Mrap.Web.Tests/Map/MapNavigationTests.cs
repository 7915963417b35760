using Mrap.Core.Maps;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Tests.Map;

public sealed class MapNavigationTests
{
    // Oregon, N. Virginia, Ireland, Sao Paulo, Sydney, roughly.
    private static readonly MapPoint[] s_places = [new(190, 90), new(310, 100), new(485, 60), new(380, 300), new(890, 360)];

    [Theory]
    [InlineData(1, MapDirection.Left, 0)]
    [InlineData(1, MapDirection.Right, 2)]
    [InlineData(1, MapDirection.Down, 3)]
    [InlineData(3, MapDirection.Up, 1)]
    [InlineData(3, MapDirection.Right, 4)]
    [InlineData(2, MapDirection.Up, 2)]
    [InlineData(4, MapDirection.Right, 4)]
    public void Next_InADirection_IsTheNearestPlaceAhead(int from, MapDirection direction, int expected) =>
        MapNavigation.Next(s_places, from, direction).ShouldBe(expected);

    [Fact]
    public void DirectionOf_AnyOtherKey_IsNone() => MapNavigation.DirectionOf("Home").ShouldBeNull();
}
