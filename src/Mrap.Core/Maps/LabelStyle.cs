namespace Mrap.Core.Maps;

/// <summary>The measures of a label layout, all in units of the view box.</summary>
/// <param name="LineHeight">The height of a label, above 0.</param>
/// <param name="MarkerRadius">The radius of the markers that say none of their own.</param>
/// <param name="Gap">The distance between marker and text.</param>
/// <param name="CoreRadius">The middle of each marker, which no text may cover; the rest of it may be, where there is no room.</param>
public sealed record LabelStyle(double LineHeight, double MarkerRadius, double Gap, double CoreRadius = 5)
{
    /// <summary>Fit for text of 11 units beside markers of 5.</summary>
    public static LabelStyle Default { get; } = new(LineHeight: 14, MarkerRadius: 5, Gap: 3);
}
