using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.Replication;

/// <summary>Replicates: for each Region and each bucket that something waits for there is a lane, which works by itself.</summary>
internal sealed class ReplicationEngine : IAsyncDisposable
{
    private static readonly TimeSpan s_retreat = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(RegionId Source, BucketName Destination), ReplicationLane> _lanes = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly RegionStores _stores;
    private readonly RegionConditions _conditions;
    private readonly ReplicationCarrier _carrier;
    private readonly ReplicationReports _reports;
    private readonly LateWatch _late;
    private readonly TimeProvider _time;
    private readonly ILogger<ReplicationEngine> _logger;

    /// <summary>Makes an engine that stands still until it is started.</summary>
    public ReplicationEngine(
        RegionStores stores, RegionConditions conditions, ReplicationCarrier carrier, ReplicationReports reports, LateWatch late,
        TimeProvider time, ILogger<ReplicationEngine> logger)
    {
        _stores = stores;
        _conditions = conditions;
        _carrier = carrier;
        _reports = reports;
        _late = late;
        _time = time;
        _logger = logger;
    }

    /// <summary>Goes on with what an earlier process left, and with what comes.</summary>
    public void Start()
    {
        _stores.OnQueued = Wake;
        _conditions.Changed += OnConditionsChanged;
        foreach (var region in _stores.OpenRegions)
        {
            var store = _stores.Get(region);
            Wake(region, store.ListDestinations());
            _late.Arm(store);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _stores.OnQueued = null;
        _conditions.Changed -= OnConditionsChanged;
        await _stop.CancelAsync();
        await Task.WhenAll(_lanes.Values.Select(lane => lane.Run));
        _stop.Dispose();
    }

    private void Wake(RegionId source, IReadOnlyList<BucketName> destinations)
    {
        foreach (var destination in destinations)
        {
            _lanes.GetOrAdd((source, destination), Make).Wake();
        }
    }

    private void OnConditionsChanged(object? sender, EventArgs e)
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Wake();
        }

        _reports.Pulse();
    }

    private ReplicationLane Make((RegionId Source, BucketName Destination) ends) => new(
        stop => StepAsync(ends.Source, ends.Destination, stop),
        fault => RetreatAsync(ends.Source, ends.Destination, fault),
        _stop.Token);

    private async Task<bool> StepAsync(RegionId source, BucketName destination, CancellationToken stop)
    {
        var store = _stores.Get(source);
        var target = _stores.FindBucket(destination)?.Region;
        if (IsHeld(source, target))
        {
            _late.Arm(store);
            return false;
        }

        var tasks = store.ReadQueue(destination);
        if (tasks.Count == 0)
        {
            return false;
        }

        if (tasks.Exists(task => task.IsTimed))
        {
            _late.Arm(store);
        }

        if (await MeetTroubleAsync(source, target, stop))
        {
            await _carrier.CarryAsync(store, destination, tasks, stop);
        }

        return true;
    }

    // Out of a Region that stands still nothing comes, and into one that is down nothing gets: it waits.
    private bool IsHeld(RegionId source, RegionId? target)
    {
        var conditions = _conditions.Current;
        return conditions.Of(source) is { IsReplicationPaused: true } or { State: RegionHealth.Down }
            || (target is { } region && conditions.Of(region).State == RegionHealth.Down);
    }

    private async Task<bool> MeetTroubleAsync(RegionId source, RegionId? target, CancellationToken stop)
    {
        var conditions = _conditions.Current;
        if (conditions.Faulty.Count == 0)
        {
            return true;
        }

        var (here, there) = (conditions.Of(source), conditions.Of(target ?? source));
        var delay = Math.Max(here.LatencyMs, there.LatencyMs);
        if (delay > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), _time, stop);
        }

#pragma warning disable CA5394 // chance here makes trouble, it guards nothing
        if (Random.Shared.NextDouble() >= Math.Max(here.ErrorRate, there.ErrorRate))
        {
            return true;
        }
#pragma warning restore CA5394

        await Task.Delay(s_retreat, _time, stop);
        return false;
    }

    private async Task RetreatAsync(RegionId source, BucketName destination, Exception fault)
    {
        ReplicationLog.Interrupted(_logger, source.Value, destination.Value, fault);
        await Task.Delay(s_retreat, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
