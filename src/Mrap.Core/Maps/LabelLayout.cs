using System.Collections.Immutable;

namespace Mrap.Core.Maps;

/// <summary>
/// Finds room for labels: right of the marker if it can be, left at the right rim, and further off with a leader line where markers
/// crowd. The same labels get the same places in whatever order they come.
/// </summary>
public static class LabelLayout
{
    private const int Rounds = 24;

    /// <summary>Places labels on the map.</summary>
    /// <param name="labels">The labels, with unique ids.</param>
    /// <param name="style">The measures.</param>
    /// <returns>
    /// One placement per label, by id. Labels overlap, leave the map or cover the middle of another marker only where the map has no
    /// other room within eleven line heights.
    /// </returns>
    public static ImmutableArray<LabelPlacement> Place(IEnumerable<MapLabel> labels, LabelStyle style)
    {
        var all = labels.OrderBy(label => label.Id, StringComparer.Ordinal).ToImmutableArray();
        var candidates = all.Select(label => LabelCandidate.Of(label, style).ToImmutableArray()).ToImmutableArray();
        var room = new LabelRoom(all, style);

        // The lonely come first, so that they keep the best place and the crowd gives way. A label that found no room comes earlier
        // in the next round.
        var rank = all.Select(label => (double)Crowd(label, all, style)).ToArray();
        var (best, bestFaults) = (ImmutableArray<LabelPlacement>.Empty, int.MaxValue);
        for (var round = 0; round < Rounds && bestFaults > 0; round++)
        {
            var placed = PlaceInTurn(Enumerable.Range(0, all.Length).OrderBy(index => rank[index]), candidates, room);
            var faults = Enumerable.Range(0, all.Length).Where(index => room.IsFaulty(placed[index], placed)).ToList();
            if (faults.Count < bestFaults)
            {
                (best, bestFaults) = (placed, faults.Count);
            }

            foreach (var index in faults)
            {
                rank[index] -= 1.5;
            }
        }

        return best;
    }

    private static ImmutableArray<LabelPlacement> PlaceInTurn(
        IEnumerable<int> turns, ImmutableArray<ImmutableArray<LabelCandidate>> candidates, LabelRoom room)
    {
        var placed = new LabelPlacement[candidates.Length];
        var before = new List<LabelPlacement>(candidates.Length);
        foreach (var index in turns)
        {
            var (choice, cost) = (candidates[index][0].Placement, double.PositiveInfinity);
            foreach (var candidate in candidates[index])
            {
                var its = candidate.Cost < cost ? candidate.Cost + room.Cost(candidate.Placement, before) : cost;
                if (its < cost)
                {
                    (choice, cost) = (candidate.Placement, its);
                }
            }

            placed[index] = choice;
            before.Add(choice);
        }

        return [.. placed];
    }

    private static int Crowd(MapLabel label, ImmutableArray<MapLabel> all, LabelStyle style) => all.Count(other =>
        Math.Abs(other.Marker.X - label.Marker.X) < label.Width + (2 * style.MarkerRadius)
        && Math.Abs(other.Marker.Y - label.Marker.Y) < style.LineHeight * 2);
}
