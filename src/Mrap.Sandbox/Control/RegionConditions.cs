using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Control;

/// <summary>The conditions of all Regions, durable, and what they do to requests.</summary>
internal sealed class RegionConditions
{
    private readonly ControlDatabase _database;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private volatile Snapshot _current;

    /// <summary>Reads the conditions.</summary>
    public RegionConditions(ControlDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        var stored = database.Conditions().ToImmutableDictionary(
            row => RegionId.Parse(row.Region).Value, row => JsonSerializer.Deserialize<RegionCondition>(row.Condition)!);
        _current = Snapshot.Of(stored);
    }

    /// <summary>The health of all Regions; the same object until a health changes.</summary>
    public FleetHealth Health => _current.Health;

    /// <summary>The condition of a Region.</summary>
    public RegionCondition Of(RegionId region) => _current.Conditions.GetValueOrDefault(region, RegionCondition.Sound);

    /// <summary>Sets the condition of a Region.</summary>
    public void Set(RegionId region, RegionCondition condition)
    {
        lock (_gate)
        {
            _database.SaveCondition(region.Value, JsonSerializer.Serialize(condition));
            _current = Snapshot.Of(_current.Conditions.SetItem(region, condition));
        }
    }

    /// <summary>Makes every Region sound again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _database.RemoveConditions();
            _current = Snapshot.Of(ImmutableDictionary<RegionId, RegionCondition>.Empty);
        }
    }

    /// <summary>Lets a request feel the condition of the Region that serves it.</summary>
    /// <exception cref="ServiceException">The Region is down, or fails this request.</exception>
    public async ValueTask ApplyAsync(RegionId region, CancellationToken cancellation)
    {
        if (!_current.Conditions.TryGetValue(region, out var condition) || condition == RegionCondition.Sound)
        {
            return;
        }

        if (condition.State == RegionHealth.Down)
        {
            throw ServiceErrors.ServiceUnavailable();
        }

#pragma warning disable CA5394 // chance here makes trouble, it guards nothing
        var delay = condition.LatencyMs + (condition.JitterMs * ((Random.Shared.NextDouble() * 2) - 1));
        if (delay > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), _time, cancellation);
        }

        if (Random.Shared.NextDouble() < condition.ErrorRate)
        {
            throw Random.Shared.NextDouble() < 0.5
                ? ServiceErrors.SlowDown()
                : new ServiceException(ServiceErrors.Internal);
        }
#pragma warning restore CA5394
    }

    private sealed record Snapshot(ImmutableDictionary<RegionId, RegionCondition> Conditions, FleetHealth Health)
    {
        public static Snapshot Of(ImmutableDictionary<RegionId, RegionCondition> conditions) =>
            new(conditions, conditions.Aggregate(FleetHealth.AllUp, (health, pair) => health.With(pair.Key, pair.Value.State)));
    }
}
