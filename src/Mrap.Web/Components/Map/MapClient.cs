using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Map;

/// <summary>A place of clients as the map draws it.</summary>
/// <param name="Id">The vantage's id.</param>
/// <param name="Title">What the pointer is told.</param>
/// <param name="At">Where it is.</param>
/// <param name="Radius">The radius of the dot, in units of the view box.</param>
/// <param name="ServedBy">The Region that answers it, or null.</param>
/// <param name="Colour">That Region's colour, as a CSS value.</param>
/// <param name="IsAsked">Whether it is the one that is asked about, which has a ring.</param>
public sealed record MapClient(
    string Id, string Title, MapPoint At, double Radius, RegionId? ServedBy, string Colour, bool IsAsked = false);
