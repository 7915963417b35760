using System.Text.Json;
using Mrap.Core.Faults;
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
    private volatile FleetConditions _current;

    /// <summary>Reads the conditions.</summary>
    public RegionConditions(ControlDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _current = database.Conditions().Aggregate(
            FleetConditions.AllSound,
            (all, row) => all.With(RegionId.Parse(row.Region).Value, JsonSerializer.Deserialize<RegionCondition>(row.Condition)));
    }

    /// <summary>Is raised after a condition has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>The conditions of all Regions; the same object until one changes.</summary>
    public FleetConditions Current => _current;

    /// <summary>The health of all Regions; the same object until a condition changes.</summary>
    public FleetHealth Health => _current.Health;

    /// <summary>Changes conditions, all at once.</summary>
    /// <param name="change">Gives the conditions from those so far.</param>
    public void Change(Func<FleetConditions, FleetConditions> change)
    {
        lock (_gate)
        {
            var changed = change(_current);
            _database.Transact(() =>
            {
                _database.RemoveConditions();
                foreach (var (region, condition) in changed.Faulty)
                {
                    _database.SaveCondition(region.Value, JsonSerializer.Serialize(condition));
                }
            });
            _current = changed;
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Makes every Region sound again.</summary>
    public void Reset() => Change(static _ => FleetConditions.AllSound);

    /// <summary>How far a Region's clock is ahead.</summary>
    public TimeSpan SkewOf(RegionId region) =>
        _current.Faulty.TryGetValue(region, out var condition) ? TimeSpan.FromSeconds(condition.ClockSkewSeconds) : TimeSpan.Zero;

    /// <summary>Refuses what is asked of a Region that is down.</summary>
    /// <exception cref="ServiceException">It is.</exception>
    public void RequireReachable(RegionId region)
    {
        if (_current.Health.Of(region) == RegionHealth.Down)
        {
            throw ServiceErrors.ServiceUnavailable();
        }
    }

    /// <summary>Lets a request feel the condition of the Region that serves it.</summary>
    /// <exception cref="ServiceException">The Region is down, or fails this request.</exception>
    public async ValueTask ApplyAsync(RegionId region, CancellationToken cancellation)
    {
        if (!_current.Faulty.TryGetValue(region, out var condition))
        {
            return;
        }

        RequireReachable(region);
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
}
