using Mrap.Aws.Faults;
using Mrap.Core.Faults;

namespace Mrap.Aws.Sandbox;

/// <summary>Tells how the Regions are.</summary>
public interface IFleetConditionsSource
{
    /// <summary>Whether it can tell at all. AWS publishes no such thing, so there every Region counts as up.</summary>
    bool IsKnown { get; }

    /// <summary>Reads the condition of every Region.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Outcome<FleetConditions>> ReadAsync(CancellationToken cancellationToken);
}
