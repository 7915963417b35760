using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The part of all clients that one Region serves.</summary>
/// <param name="Share">0 to 1 of the weight of all clients.</param>
/// <param name="MeanMilliseconds">The mean latency of the clients it serves, by weight; null when it serves none.</param>
/// <param name="Vantages">How many vantages it serves.</param>
public sealed record RegionShare(Route Route, double Share, double? MeanMilliseconds, int Vantages)
{
    /// <summary>The Region.</summary>
    public RegionId Region => Route.Region;
}
