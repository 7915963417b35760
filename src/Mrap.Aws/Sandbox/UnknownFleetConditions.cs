using Mrap.Aws.Faults;
using Mrap.Core.Faults;

namespace Mrap.Aws.Sandbox;

/// <summary>Nobody tells how the Regions are: all count as up.</summary>
public sealed class UnknownFleetConditions : IFleetConditionsSource
{
    /// <inheritdoc/>
    public bool IsKnown => false;

    /// <inheritdoc/>
    public Task<Outcome<FleetConditions>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<FleetConditions>>(FleetConditions.AllSound);
}
