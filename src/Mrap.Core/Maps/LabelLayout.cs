using System.Collections.Immutable;

namespace Mrap.Core.Maps;

/// <summary>
/// Finds room for labels: right of the marker if it can be, left at the right rim, and further off with a leader line where markers
/// crowd. The same labels get the same places in whatever order they come.
/// </summary>
public static class LabelLayout
{
    private const int Rings = 9;
    private const int Directions = 16;

    /// <summary>Places labels on the map.</summary>
    /// <param name="labels">The labels, with unique ids.</param>
    /// <param name="style">The measures.</param>
    /// <returns>One placement per label, by id. Labels overlap only where the map has no room left within nine line heights.</returns>
    public static ImmutableArray<LabelPlacement> Place(IEnumerable<MapLabel> labels, LabelStyle style)
    {
        var all = labels.ToImmutableArray();
        var placed = new List<LabelPlacement>(all.Length);

        // the lonely first, so that they keep the best place and the crowd gives way
        foreach (var label in all.OrderBy(label => Crowd(label, all, style)).ThenBy(label => label.Id, StringComparer.Ordinal))
        {
            placed.Add(Candidates(label, style).MinBy(candidate => Collision(candidate, placed, all, style))!);
        }

        return [.. placed.OrderBy(placement => placement.Id, StringComparer.Ordinal)];
    }

    // In order of preference: the first of equals is taken.
    private static IEnumerable<LabelPlacement> Candidates(MapLabel label, LabelStyle style)
    {
        var offset = style.MarkerRadius + style.Gap;
        yield return At(label, style, offset, 0, hasLeader: false);
        yield return At(label, style, -offset, 0, hasLeader: false);
        for (var ring = 1; ring <= Rings; ring++)
        {
            var radius = offset + (ring * style.LineHeight);
            for (var i = 0; i < Directions; i++)
            {
                // right, then alternating up and down towards the left
                var turn = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
                var angle = 2 * Math.PI * turn / Directions;
                yield return At(label, style, radius * Math.Cos(angle), radius * Math.Sin(angle), hasLeader: true);
            }
        }
    }

    private static LabelPlacement At(MapLabel label, LabelStyle style, double dx, double dy, bool hasLeader) => new(
        label.Id,
        label.Marker,
        new MapPoint(Math.Round(label.Marker.X + dx, 1), Math.Round(label.Marker.Y + dy, 1)),
        IsEndAnchored: dx < -1e-9,
        hasLeader,
        label.Width,
        style.LineHeight);

    private static int Crowd(MapLabel label, ImmutableArray<MapLabel> all, LabelStyle style) => all.Count(other =>
        Math.Abs(other.Marker.X - label.Marker.X) < label.Width + (2 * style.MarkerRadius)
        && Math.Abs(other.Marker.Y - label.Marker.Y) < style.LineHeight * 2);

    // 0 where the label is free; what is cut off at the rim weighs most, then other labels, then markers.
    private static double Collision(LabelPlacement candidate, List<LabelPlacement> placed, ImmutableArray<MapLabel> all, LabelStyle style)
    {
        var cut = Math.Max(0, -candidate.Left) + Math.Max(0, candidate.Right - MapProjection.Width)
            + Math.Max(0, -candidate.Top) + Math.Max(0, candidate.Bottom - MapProjection.Height);
        var texts = placed.Count(candidate.Overlaps);
        var markers = all.Count(label => Covers(candidate, label.Marker, style.MarkerRadius) && label.Id != candidate.Id);
        var leaders = placed.Count(other => other.HasLeader && Crosses(candidate, other.Marker, other.Text))
            + (candidate.HasLeader ? placed.Count(other => Crosses(other, candidate.Marker, candidate.Text)) : 0);
        return (cut * 1000) + (texts * 100) + (markers * 10) + leaders;
    }

    private static bool Covers(LabelPlacement text, MapPoint marker, double radius) =>
        marker.X > text.Left - radius && marker.X < text.Right + radius && marker.Y > text.Top - radius && marker.Y < text.Bottom + radius;

    // Whether a leader line runs through a text, looked at in nine places.
    private static bool Crosses(LabelPlacement text, MapPoint from, MapPoint to)
    {
        for (var i = 1; i < 10; i++)
        {
            var point = new MapPoint(from.X + ((to.X - from.X) * i / 10), from.Y + ((to.Y - from.Y) * i / 10));
            if (Covers(text, point, radius: 0))
            {
                return true;
            }
        }

        return false;
    }
}
