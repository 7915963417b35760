using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>A client and the Region that would serve it.</summary>
/// <param name="Client">Where the client is.</param>
/// <param name="Region">The Region; null when none would.</param>
/// <param name="Milliseconds">The modelled median round trip in milliseconds; 0 when nobody serves it.</param>
public sealed record ServedClient(Vantage Client, RegionId? Region, double Milliseconds)
{
    /// <summary>How much the client counts: millions of people, and one million for a place without people of its own.</summary>
    public double Weight => Client.PopulationMillions > 0 ? Client.PopulationMillions : 1;
}
