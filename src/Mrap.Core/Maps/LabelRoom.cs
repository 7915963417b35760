using System.Collections.Immutable;

namespace Mrap.Core.Maps;

/// <summary>What a label must keep clear of.</summary>
/// <param name="labels">All labels, for their markers.</param>
/// <param name="style">The measures.</param>
internal sealed class LabelRoom(ImmutableArray<MapLabel> labels, LabelStyle style)
{
    // What may not be: to be cut off at the rim, to overlap, to cover the middle of a marker.
    private const double Fault = 1000;

    // What had better not be, against one line height further off.
    private const double OnAMarker = 3;
    private const double OnALine = 8;
    private const int Looks = 10;

    /// <summary>What a place costs, given the labels that have theirs; 0 where it is free.</summary>
    public double Cost(LabelPlacement place, IReadOnlyList<LabelPlacement> others)
    {
        var cost = Fault * Outside(place);
        foreach (var other in others)
        {
            cost += place.Overlaps(other) ? Fault : 0;
            cost += other.HasLeader && Crosses(other, place) ? OnALine : 0;
            cost += place.HasLeader && Crosses(place, other) ? OnALine : 0;
        }

        foreach (var label in labels)
        {
            if (label.Id == place.Id)
            {
                continue;
            }

            cost += Covers(place, label.Marker, style.CoreRadius) ? Fault : 0;
            cost += Covers(place, label.Marker, label.Radius ?? style.MarkerRadius) ? OnAMarker : 0;
        }

        return cost;
    }

    /// <summary>Whether a place is one that may not be, given all others.</summary>
    public bool IsFaulty(LabelPlacement place, ImmutableArray<LabelPlacement> all) =>
        Outside(place) > 0
            || all.Any(other => other.Id != place.Id && place.Overlaps(other))
            || labels.Any(label => label.Id != place.Id && Covers(place, label.Marker, style.CoreRadius));

    private static double Outside(LabelPlacement place) =>
        Math.Max(0, -place.Left) + Math.Max(0, place.Right - MapProjection.Width)
            + Math.Max(0, -place.Top) + Math.Max(0, place.Bottom - MapProjection.Height);

    private static bool Covers(LabelPlacement text, MapPoint marker, double radius) =>
        marker.X > text.Left - radius && marker.X < text.Right + radius && marker.Y > text.Top - radius && marker.Y < text.Bottom + radius;

    // Whether the leader line of one runs through the text of another, looked at in nine places.
    private static bool Crosses(LabelPlacement line, LabelPlacement text)
    {
        for (var i = 1; i < Looks; i++)
        {
            var point = new MapPoint(
                line.Marker.X + ((line.Text.X - line.Marker.X) * i / Looks), line.Marker.Y + ((line.Text.Y - line.Marker.Y) * i / Looks));
            if (Covers(text, point, radius: 0))
            {
                return true;
            }
        }

        return false;
    }
}
