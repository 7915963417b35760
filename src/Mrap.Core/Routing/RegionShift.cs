using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>What a change does to one Region.</summary>
/// <param name="Before">Its share before; null when the access point had no bucket there.</param>
/// <param name="After">Its share afterwards; null when the access point has no bucket there any more.</param>
public sealed record RegionShift(RegionId Region, RegionShare? Before, RegionShare? After)
{
    /// <summary>How much of all clients it gains, -1 to 1.</summary>
    public double Gain => (After?.Share ?? 0) - (Before?.Share ?? 0);
}
