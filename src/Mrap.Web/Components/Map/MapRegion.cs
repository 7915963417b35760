using System.Collections.Immutable;
using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Map;

/// <summary>A Region as the map draws it.</summary>
/// <param name="Id">Which Region.</param>
/// <param name="Name">The name beside the marker.</param>
/// <param name="Note">What stands after the name, such as <c>34 %</c> or <c>passive</c>.</param>
/// <param name="Spoken">The whole of it, for a screen reader: the state in words, too.</param>
/// <param name="At">The middle of the marker.</param>
/// <param name="Radius">The radius of the halo, in units of the view box; its area is the Region's share.</param>
/// <param name="State">Whether requests may go there.</param>
/// <param name="Colour">The Region's colour, as a CSS value.</param>
/// <param name="Details">What the pointer is told below the name, a line each; without any, the code and the note.</param>
public sealed record MapRegion(
    RegionId Id,
    string Name,
    string Note,
    string Spoken,
    MapPoint At,
    double Radius,
    MapRegionState State,
    string Colour,
    ImmutableArray<string> Details = default)
{
    /// <summary>The lines below the name.</summary>
    public ImmutableArray<string> Lines => Details.IsDefaultOrEmpty ? Note.Length == 0 ? [Id.Value] : [Id.Value, Note] : Details;
}
