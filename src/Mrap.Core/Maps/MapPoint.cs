namespace Mrap.Core.Maps;

/// <summary>A place on the flat map, in units of its view box; x grows to the right, y down.</summary>
/// <param name="X">0 at the left edge to 1,000 at the right.</param>
/// <param name="Y">0 at the top edge to <see cref="MapProjection.Height"/> at the bottom; beyond for places that are cropped away.</param>
public readonly record struct MapPoint(double X, double Y);
