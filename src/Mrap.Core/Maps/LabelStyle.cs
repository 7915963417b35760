namespace Mrap.Core.Maps;

/// <summary>The measures of a label layout, all in units of the view box.</summary>
/// <param name="LineHeight">The height of a label, above 0.</param>
/// <param name="MarkerRadius">The room that each marker keeps free around its middle.</param>
/// <param name="Gap">The distance between marker and text.</param>
public sealed record LabelStyle(double LineHeight, double MarkerRadius, double Gap)
{
    /// <summary>Fit for text of 11 units beside markers of 5.</summary>
    public static LabelStyle Default { get; } = new(LineHeight: 14, MarkerRadius: 5, Gap: 3);
}
