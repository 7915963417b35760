using Microsoft.Extensions.Logging;
using Mrap.Core.Regions;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Writing;

namespace Mrap.Sandbox.Storage;

/// <summary>Sweeps the removed bodies of a Region, from time to time and whenever it is asked to.</summary>
internal sealed class SweepSchedule : IAsyncDisposable
{
    private readonly RegionId _region;
    private readonly BodySweep _sweep;
    private readonly RegionWriter _writer;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private int _isSweeping;

    /// <summary>Starts the timer.</summary>
    public SweepSchedule(RegionId region, BodySweep sweep, RegionWriter writer, TimeProvider clock, ILogger logger)
    {
        _region = region;
        _sweep = sweep;
        _writer = writer;
        _clock = clock;
        _logger = logger;
        _timer = clock.CreateTimer(
            static schedule =>
                _ = ((SweepSchedule)schedule!).SweepQuietlyAsync(), this, StorageOptions.RemovalGrace, StorageOptions.RemovalGrace);
    }

    /// <summary>Removes the bodies whose versions were removed longer ago than a grace.</summary>
    public async Task SweepAsync(TimeSpan grace, CancellationToken cancellation)
    {
        var since = (_clock.GetUtcNow() - grace).ToUnixTimeMilliseconds();
        long? after = 0;
        while (after is { } from)
        {
            after = await _writer.WriteAsync(_ => _sweep.Step(since, from), publish: null, cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private async Task SweepQuietlyAsync()
    {
        if (Interlocked.Exchange(ref _isSweeping, 1) == 1)
        {
            return;
        }

        try
        {
            await SweepAsync(StorageOptions.RemovalGrace, CancellationToken.None);
        }
        catch (WriterStoppedException stopped) when (stopped.IsClosed)
        {
            // the store is closing; the next start goes on
        }
        catch (Exception fault)
        {
            StorageLog.SweepFailed(_logger, _region.Value, fault);
        }
        finally
        {
            Volatile.Write(ref _isSweeping, 0);
        }
    }
}
