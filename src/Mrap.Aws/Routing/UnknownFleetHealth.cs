using Mrap.Aws.Faults;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Nobody tells how the Regions are: all count as up.</summary>
public sealed class UnknownFleetHealth : IFleetHealthSource
{
    /// <inheritdoc/>
    public bool IsKnown => false;

    /// <inheritdoc/>
    public Task<Outcome<FleetHealth>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<FleetHealth>>(FleetHealth.AllUp);
}
