using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>A curve from one place to another as the map draws it.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Title">What the pointer is told.</param>
/// <param name="Arc">The curve.</param>
/// <param name="IsQuiet">Thin and still, one of many; otherwise dashed, moving in its direction and with an arrow in its middle.</param>
/// <param name="State">How what it stands for is going; a quiet one does not tell.</param>
/// <param name="Width">How wide it is, in pixels, unless it is quiet.</param>
/// <param name="Url">Where a click leads; null when it leads nowhere. What it leads to must be reached without the map too.</param>
public sealed record MapArc(
    string Id, string Title, Arc Arc, bool IsQuiet, MapArcState State = MapArcState.Flowing, double Width = MapArc.UsualWidth,
    string? Url = null)
{
    /// <summary>The width of an arc that says nothing by it.</summary>
    public const double UsualWidth = 1.6;
}
