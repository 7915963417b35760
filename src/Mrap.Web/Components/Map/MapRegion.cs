using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Map;

/// <summary>A Region as the map draws it.</summary>
/// <param name="Id">Which Region.</param>
/// <param name="Name">The name beside the marker.</param>
/// <param name="Note">What stands after the name, such as <c>34 %</c> or <c>passive</c>.</param>
/// <param name="Spoken">The whole of it, for a screen reader.</param>
/// <param name="At">The middle of the marker.</param>
/// <param name="Radius">The radius of the halo, in units of the view box; its area is the Region's share.</param>
/// <param name="State">Whether requests may go there.</param>
/// <param name="Colour">The Region's colour, as a CSS value.</param>
public sealed record MapRegion(
    RegionId Id, string Name, string Note, string Spoken, MapPoint At, double Radius, MapRegionState State, string Colour);
