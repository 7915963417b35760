using Mrap.Core.Maps;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Map;

/// <summary>What is shown of a Region while the pointer or the focus is on it: a box beside the marker, inside of the view.</summary>
/// <param name="Left">The left edge, from the middle of the marker.</param>
/// <param name="Top">The upper edge, from the middle of the marker.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
public sealed record MapTip(double Left, double Top, double Width, double Height)
{
    /// <summary>The height of a line.</summary>
    public const double LineHeight = 16;

    /// <summary>The distance of the text from the edges.</summary>
    public const double Padding = 10;

    private const double Letter = 7.4;
    private const double Margin = 4;

    /// <summary>Places the box of a Region above its marker, or below where there is no room.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="radius">How far from the middle of the marker the box keeps.</param>
    /// <param name="view">What is seen of the map.</param>
    public static MapTip Of(MapRegion region, double radius, MapView view)
    {
        var lines = region.Lines;
        var width = (lines.Append(region.Name).Max(line => line.Length) * Letter) + (2 * Padding);
        var height = ((lines.Length + 1) * LineHeight) + (2 * Padding);
        var at = new MapPoint((region.At.X - view.X) * view.Zoom, (region.At.Y - view.Y) * view.Zoom);
        var left = Math.Clamp(at.X - (width / 2), Margin, Math.Max(Margin, MapProjection.Width - Margin - width));
        var isAbove = at.Y - radius - height >= Margin;
        return new MapTip(left - at.X, isAbove ? -radius - height : radius, width, height);
    }
}
