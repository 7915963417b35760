using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>A place that sends a part of a drill's traffic.</summary>
/// <param name="Vantage">The place, from <see cref="VantageCatalog"/>.</param>
/// <param name="Weight">Its part of the traffic, relative to the weights of the other places; above 0, at most 1000.</param>
public sealed record DrillPlace(Vantage Vantage, double Weight);
