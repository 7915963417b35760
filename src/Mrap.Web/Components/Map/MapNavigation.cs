using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>Which place an arrow key leads to.</summary>
public static class MapNavigation
{
    // How much a step sideways counts against a step in the direction of the key.
    private const double SidewaysWeight = 3;

    /// <summary>The direction of a key's name, or null for any other key.</summary>
    public static MapDirection? DirectionOf(string key) => key switch
    {
        "ArrowLeft" => MapDirection.Left,
        "ArrowRight" => MapDirection.Right,
        "ArrowUp" => MapDirection.Up,
        "ArrowDown" => MapDirection.Down,
        _ => null,
    };

    /// <summary>
    /// The index of the nearest place in a direction: it lies ahead, and a place straight ahead is preferred to one aside. When nothing
    /// lies ahead, the place itself.
    /// </summary>
    public static int Next(IReadOnlyList<MapPoint> places, int from, MapDirection direction)
    {
        var (best, bestCost) = (from, double.PositiveInfinity);
        for (var i = 0; i < places.Count; i++)
        {
            var (ahead, aside) = Step(places[from], places[i], direction);
            var cost = ahead + (SidewaysWeight * aside);
            if (i != from && ahead > 0 && cost < bestCost)
            {
                (best, bestCost) = (i, cost);
            }
        }

        return best;
    }

    private static (double Ahead, double Aside) Step(MapPoint from, MapPoint to, MapDirection direction)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return direction switch
        {
            MapDirection.Left => (-dx, Math.Abs(dy)),
            MapDirection.Right => (dx, Math.Abs(dy)),
            MapDirection.Up => (-dy, Math.Abs(dx)),
            _ => (dy, Math.Abs(dx)),
        };
    }
}
