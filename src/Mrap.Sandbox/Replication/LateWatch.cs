using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.Replication;

/// <summary>
/// Watches the tasks under replication time control and tells of those that take longer than fifteen minutes. A Region has a timer only
/// while it has such tasks.
/// </summary>
internal sealed class LateWatch(RegionStores stores, ReplicationEvents events, TimeProvider time, ILogger<LateWatch> logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan s_threshold = TimeSpan.FromMinutes(ReplicationTimeControl.ValidMinutes);
    private readonly ConcurrentDictionary<RegionId, Lazy<ITimer>> _timers = new();
    private volatile bool _isDisposed;

    /// <summary>Sets the timer of a Region by its oldest task.</summary>
    public void Arm(RegionStore store)
    {
        if (!_isDisposed && store.FindOldestTimed() is { } oldest)
        {
            var wait = oldest + s_threshold - time.GetUtcNow();
            _timers.GetOrAdd(store.Region, Make).Value.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        foreach (var timer in _timers.Values)
        {
            await timer.Value.DisposeAsync();
        }
    }

    private Lazy<ITimer> Make(RegionId region) => new(
        () => time.CreateTimer(_ => _ = Task.Run(() => CheckAsync(region)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

    private async Task CheckAsync(RegionId region)
    {
        try
        {
            var store = stores.Get(region);
            while (!_isDisposed && store.ReadLate(time.GetUtcNow() - s_threshold) is { Count: > 0 } late)
            {
                await store.MissAsync(
                    late.ConvertAll(task => (task, events.Of(ReplicationEvents.Missed, region, task, failure: null))),
                    CancellationToken.None);
            }

            Arm(store);
        }
        catch (Exception fault)
        {
            if (!_isDisposed)
            {
                ReplicationLog.LateNotNoted(logger, region.Value, fault);
            }
        }
    }
}
