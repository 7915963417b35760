using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Logging;

/// <summary>
/// Gathers the access logs of the buckets that have them and delivers them from time to time, the rest at the end. Lines that wait are lost
/// when the process is killed; those of a Region that is down wait until it is back.
/// </summary>
internal sealed class AccessLogs(
    RegionStores stores, ControlState points, RegionConditions conditions, AccessLogWriter writer, SandboxOptions options,
    TimeProvider time, ILogger<AccessLogs> logger)
    : IRequestObserver, IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<BucketName, PendingLog> _pending = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITimer? _timer;
    private int _isDisposed;

    /// <inheritdoc/>
    public void Observe(RequestObserved request, HttpContext http)
    {
        if (request.Bucket is not null
            && BucketName.Parse(request.Bucket).TryGet(out var bucket)
            && stores.FindBucket(bucket) is { } location
            && location.Region.Value == request.Region
            && DestinationOf(location) is not null)
        {
            _pending.GetOrAdd(bucket, static _ => new PendingLog())
                .Add(request.Arrived, AccessLogLine.Of(request, http, location.Bucket.Owner, ArnOf(request.AccessPoint)));
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(
            static self => _ = ((AccessLogs)self!).DeliverAsync(CancellationToken.None), this, options.AccessLogDelivery,
            options.AccessLogDelivery);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _isDisposed) == 0 ? StopDeliveringAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // the container disposes of what it knows by several names several times
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await StopDeliveringAsync(CancellationToken.None);
            _turn.Dispose();
        }
    }

    /// <summary>Delivers what waits.</summary>
    public async Task DeliverAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            foreach (var (bucket, pending) in _pending)
            {
                await DeliverAsync(bucket, pending, cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task StopDeliveringAsync(CancellationToken cancellation)
    {
        if (_timer is { } timer)
        {
            _timer = null;
            await timer.DisposeAsync();
        }

        await DeliverAsync(cancellation);
    }

    private LogDestination? DestinationOf(BucketLocation location) =>
        LoggingDocument.Stored(stores.Get(location.Region).FindConfiguration(location.Bucket.Name, LoggingDocument.Kind));

    private string? ArnOf(string? alias) =>
        alias is not null && AccessPointAlias.Parse(alias).TryGet(out var parsed) ? points.Find(parsed)?.ArnText : null;

    private async Task DeliverAsync(BucketName bucket, PendingLog pending, CancellationToken cancellation)
    {
        var location = stores.FindBucket(bucket);
        var destination = location is null ? null : DestinationOf(location);
        if (destination is null)
        {
            _pending.TryRemove(bucket, out _);
            return;
        }

        if (conditions.Health.Of(location!.Region) == RegionHealth.Down || pending.Take() is not { Count: > 0 } lines)
        {
            return;
        }

        try
        {
            await writer.WriteAsync(location, destination, lines, cancellation);
        }
#pragma warning disable CA1031 // the other buckets' logs are delivered all the same
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LoggingLog.Failed(logger, fault, bucket.Value);
        }
    }
}
