namespace Mrap.Core.Maps;

/// <summary>A label that wants a place beside its marker.</summary>
/// <param name="Id">What tells it from the others, such as a Region code; unique.</param>
/// <param name="Marker">The middle of the marker.</param>
/// <param name="Width">How wide the text is, in units of the view box.</param>
/// <param name="Radius">The radius of the marker; null for that of the style.</param>
public sealed record MapLabel(string Id, MapPoint Marker, double Width, double? Radius = null)
{
    /// <summary>Makes a label with the width estimated from its text, as no font can be measured here.</summary>
    /// <param name="id">What tells it from the others.</param>
    /// <param name="marker">The middle of the marker.</param>
    /// <param name="text">The text of its longest line.</param>
    /// <param name="fontSize">The size of the font in units of the view box.</param>
    /// <returns>The label; its width is a little more than a sans serif font takes.</returns>
    public static MapLabel For(string id, MapPoint marker, string text, double fontSize) => new(id, marker, text.Length * fontSize * 0.6);
}
