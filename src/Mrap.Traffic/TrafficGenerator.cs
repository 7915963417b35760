using Mrap.Core.Traffic;

namespace Mrap.Traffic;

/// <summary>Sends traffic to a sandbox as ordinary clients would: through its proxy, over TLS, signed.</summary>
/// <param name="time">The clock.</param>
public sealed class TrafficGenerator(TimeProvider time) : ITrafficGenerator, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private TrafficRun? _run;

    /// <inheritdoc/>
    public bool TryStart(TrafficPlan plan, TrafficTarget target)
    {
        lock (_gate)
        {
            if (_run is { IsUnderWay: true })
            {
                return false;
            }

            _run?.Dispose();
            _run = new TrafficRun(plan, target, time);
            return true;
        }
    }

    /// <inheritdoc/>
    public TrafficReport? Read(long since, int limit)
    {
        lock (_gate)
        {
            return _run?.Read(since, limit);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync()
    {
        lock (_gate)
        {
            return _run is { IsUnderWay: true } run ? run.StopAsync() : Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _run?.Dispose();
    }
}
