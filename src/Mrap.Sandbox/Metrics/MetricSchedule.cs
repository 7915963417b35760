using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Metrics;

/// <summary>
/// Stores what is new every few seconds, has samples taken each minute and old points rolled up each hour. What was measured since the last
/// storing is lost when the process is killed.
/// </summary>
internal sealed class MetricSchedule(
    MetricStore store, IEnumerable<IMetricSampler> samplers, TimeProvider time, ILogger<MetricSchedule> logger)
    : IHostedService, IAsyncDisposable
{
    /// <summary>How often it is stored.</summary>
    public static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(5);

    private readonly ImmutableArray<IMetricSampler> _samplers = [.. samplers];
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long _minute;
    private long _hour = -1;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        _timer = time.CreateTimer(static self => ((MetricSchedule)self!).Tick(), this, FlushInterval, FlushInterval);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_timer is { } timer)
        {
            _timer = null;
            await timer.DisposeAsync();
            Work(store.Flush);
        }
    }

    /// <summary>Does what is due. One call at a time does it; another one that comes meanwhile does nothing.</summary>
    internal void Tick()
    {
        if (!_gate.TryEnter())
        {
            return;
        }

        try
        {
            var now = time.GetUtcNow();
            var minute = now.ToUnixTimeSeconds() / 60;
            if (minute != _minute)
            {
                _minute = minute;
                foreach (var sampler in _samplers)
                {
                    Work(() => sampler.Sample(now));
                }
            }

            Work(store.Flush);
            if (minute / 60 != _hour)
            {
                _hour = minute / 60;
                Work(store.RollUp);
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Work(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // the schedule must go on, whatever happened
        catch (Exception fault)
#pragma warning restore CA1031
        {
            MetricsLog.WorkFailed(logger, fault);
        }
    }
}
