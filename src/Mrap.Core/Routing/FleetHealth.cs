using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The health of all Regions: up, unless said otherwise. Immutable.</summary>
public sealed class FleetHealth : IEquatable<FleetHealth>
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

    /// <summary>Whether the health of every Region is the same.</summary>
    public bool Equals(FleetHealth? other) =>
        other is not null
        && _troubled.Count == other._troubled.Count
        && _troubled.All(pair => other._troubled.TryGetValue(pair.Key, out var health) && health == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FleetHealth);

    /// <inheritdoc/>
    public override int GetHashCode() => _troubled.Count;

    /// <summary>The same with one Region's health changed.</summary>
    /// <returns>The new state.</returns>
    public FleetHealth With(RegionId region, RegionHealth health) =>
        new(health == RegionHealth.Up ? _troubled.Remove(region) : _troubled.SetItem(region, health));
}
