namespace Mrap.Core.Maps;

/// <summary>Where a label goes.</summary>
/// <param name="Id">Which label.</param>
/// <param name="Marker">The middle of its marker.</param>
/// <param name="Text">Where the text is anchored: its left or right end, and its vertical middle.</param>
/// <param name="IsEndAnchored">Whether the text ends at <paramref name="Text"/> (<c>text-anchor="end"</c>); false when it starts
/// there.</param>
/// <param name="HasLeader">Whether the text stands so far off that a line from <paramref name="Marker"/> to <paramref name="Text"/> must
/// lead to it.</param>
/// <param name="Width">How wide the text is.</param>
/// <param name="Height">How high the text is.</param>
public sealed record LabelPlacement(
    string Id, MapPoint Marker, MapPoint Text, bool IsEndAnchored, bool HasLeader, double Width, double Height)
{
    /// <summary>The left edge of the text.</summary>
    public double Left => IsEndAnchored ? Text.X - Width : Text.X;

    /// <summary>The right edge of the text.</summary>
    public double Right => Left + Width;

    /// <summary>The upper edge of the text.</summary>
    public double Top => Text.Y - (Height / 2);

    /// <summary>The lower edge of the text.</summary>
    public double Bottom => Text.Y + (Height / 2);

    /// <summary>Whether two texts share any room; touching edges do not count.</summary>
    /// <param name="other">The other label.</param>
    /// <returns>Whether they overlap.</returns>
    public bool Overlaps(LabelPlacement other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
