using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Faults;

/// <summary>The conditions of all Regions: sound, unless said otherwise. Immutable, compared by content.</summary>
public sealed class FleetConditions : IEquatable<FleetConditions>
{
    private readonly ImmutableSortedDictionary<RegionId, RegionCondition> _faulty;

    private FleetConditions(ImmutableSortedDictionary<RegionId, RegionCondition> faulty)
    {
        _faulty = faulty;
        Health = faulty.Aggregate(FleetHealth.AllUp, (health, pair) => health.With(pair.Key, pair.Value.State));
    }

    /// <summary>Every Region is sound.</summary>
    public static FleetConditions AllSound { get; } = new(ImmutableSortedDictionary<RegionId, RegionCondition>.Empty);

    /// <summary>What routing sees of it.</summary>
    public FleetHealth Health { get; }

    /// <summary>The Regions with a fault and their conditions, by Region code.</summary>
    public IReadOnlyDictionary<RegionId, RegionCondition> Faulty => _faulty;

    /// <summary>The condition of a Region.</summary>
    /// <returns>The condition.</returns>
    public RegionCondition Of(RegionId region) => _faulty.GetValueOrDefault(region, RegionCondition.Sound);

    /// <summary>The same with one Region's condition changed.</summary>
    /// <returns>The new conditions.</returns>
    public FleetConditions With(RegionId region, RegionCondition condition) =>
        new(condition.IsFaulty ? _faulty.SetItem(region, condition) : _faulty.Remove(region));

    /// <summary>Whether the condition of every Region is the same.</summary>
    public bool Equals(FleetConditions? other) => other is not null && _faulty.SequenceEqual(other._faulty);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FleetConditions);

    /// <inheritdoc/>
    public override int GetHashCode() => _faulty.Count;
}
