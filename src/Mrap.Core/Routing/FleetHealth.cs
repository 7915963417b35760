using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The health of all Regions: up, unless said otherwise. Immutable.</summary>
public sealed class FleetHealth
{
    private readonly ImmutableDictionary<RegionId, RegionHealth> _troubled;

    private FleetHealth(ImmutableDictionary<RegionId, RegionHealth> troubled) => _troubled = troubled;

    /// <summary>Every Region is up.</summary>
    public static FleetHealth AllUp { get; } = new(ImmutableDictionary<RegionId, RegionHealth>.Empty);

    /// <summary>The Regions that are not up, by code.</summary>
    public IEnumerable<RegionId> Troubled => _troubled.Keys.Order();

    /// <summary>The health of a Region.</summary>
    /// <returns>Its health.</returns>
    public RegionHealth Of(RegionId region) => _troubled.GetValueOrDefault(region, RegionHealth.Up);

    /// <summary>The same with one Region's health changed.</summary>
    /// <returns>The new state.</returns>
    public FleetHealth With(RegionId region, RegionHealth health) =>
        new(health == RegionHealth.Up ? _troubled.Remove(region) : _troubled.SetItem(region, health));
}
