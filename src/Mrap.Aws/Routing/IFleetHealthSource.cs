using Mrap.Aws.Faults;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Tells how the Regions are.</summary>
public interface IFleetHealthSource
{
    /// <summary>Whether it can tell at all. AWS publishes no such thing, so there every Region counts as up.</summary>
    bool IsKnown { get; }

    /// <summary>Reads the health of every Region.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Outcome<FleetHealth>> ReadAsync(CancellationToken cancellationToken);
}
