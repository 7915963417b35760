using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.Faults;
using Mrap.Core.Routing;

namespace Mrap.Web.Tests;

/// <summary>The conditions of Regions that a test says.</summary>
internal sealed class SaidFleetConditions : IFleetConditionsSource
{
    public FleetConditions Conditions { get; set; } = FleetConditions.AllSound;

    /// <summary>Health alone, without other faults.</summary>
    public FleetHealth Health
    {
        set => Conditions = value.Troubled.Aggregate(
            FleetConditions.AllSound,
            (all, region) => all.With(region, RegionCondition.Sound with { State = value.Of(region) }));
    }

    public bool IsKnown { get; set; } = true;

    public Task<Outcome<FleetConditions>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<FleetConditions>>(Conditions);
}
