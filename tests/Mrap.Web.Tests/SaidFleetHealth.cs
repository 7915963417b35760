using Mrap.Aws.Faults;
using Mrap.Aws.Routing;
using Mrap.Core.Routing;

namespace Mrap.Web.Tests;

/// <summary>The health that a test says.</summary>
internal sealed class SaidFleetHealth : IFleetHealthSource
{
    public FleetHealth Health { get; set; } = FleetHealth.AllUp;

    public bool IsKnown { get; set; } = true;

    public Task<Outcome<FleetHealth>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<Outcome<FleetHealth>>(Health);
}
