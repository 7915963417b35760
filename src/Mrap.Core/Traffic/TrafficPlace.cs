using Mrap.Core.Routing;

namespace Mrap.Core.Traffic;

/// <summary>A place that sends a part of generated traffic.</summary>
/// <param name="Vantage">The place, from <see cref="VantageCatalog"/>.</param>
/// <param name="Weight">Its part, relative to the weights of the other places; above 0, at most 1,000.</param>
public sealed record TrafficPlace(Vantage Vantage, double Weight);
