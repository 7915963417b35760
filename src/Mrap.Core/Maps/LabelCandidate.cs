namespace Mrap.Core.Maps;

/// <summary>A place that a label could have.</summary>
/// <param name="Placement">The place.</param>
/// <param name="Cost">How far it is from the best place, were the map empty: 0 for the best.</param>
internal readonly record struct LabelCandidate(LabelPlacement Placement, double Cost)
{
    private const int Rings = 11;
    private const int Directions = 16;

    /// <summary>The places of a label, the best first.</summary>
    public static IEnumerable<LabelCandidate> Of(MapLabel label, LabelStyle style)
    {
        var offset = (label.Radius ?? style.MarkerRadius) + style.Gap;
        yield return new LabelCandidate(At(label, style, offset, 0, hasLeader: false), 0);
        yield return new LabelCandidate(At(label, style, -offset, 0, hasLeader: false), 0.5);
        for (var ring = 1; ring <= Rings; ring++)
        {
            var radius = offset + (ring * style.LineHeight);
            for (var i = 0; i < Directions; i++)
            {
                // right, then alternating up and down towards the left
                var turn = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
                var angle = 2 * Math.PI * turn / Directions;
                yield return new LabelCandidate(
                    At(label, style, radius * Math.Cos(angle), radius * Math.Sin(angle), hasLeader: true), ring + (i * 0.01));
            }
        }
    }

    private static LabelPlacement At(MapLabel label, LabelStyle style, double dx, double dy, bool hasLeader) => new(
        label.Id,
        label.Marker,
        new MapPoint(Math.Round(label.Marker.X + dx, 2), Math.Round(label.Marker.Y + dy, 2)),
        IsEndAnchored: dx < -1e-9,
        hasLeader,
        label.Width,
        style.LineHeight);
}
