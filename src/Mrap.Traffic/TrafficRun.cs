using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mrap.Core.Traffic;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Traffic;

/// <summary>
/// Traffic from its start to its end. Requests are sent when they are due, however long earlier ones take, as many clients would; beyond a
/// number of unanswered ones they are counted as late instead.
/// </summary>
internal sealed class TrafficRun : IDisposable
{
    private const int MaxUnanswered = 512;
    private const int SeedersAtOnce = 8;
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(5);

    private readonly TrafficPlan _plan;
    private readonly TrafficTarget _target;
    private readonly TimeProvider _time;
    private readonly X509Certificate2 _authority;
    private readonly RequestSigner _signer = new(new SigningKeyCache());
    private readonly ConcurrentDictionary<int, PlaceClient> _clients = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _room = new(MaxUnanswered);
    private readonly Lock _gate = new();
    private readonly TrafficMix _mix;
    private readonly TrafficTally _tally;
    private readonly byte[] _body;
    private readonly Task _work;
    private DateTimeOffset _startedAt;
    private long _started;
    private TimeSpan? _took;
    private TrafficState _state = TrafficState.Seeding;

    public TrafficRun(TrafficPlan plan, TrafficTarget target, TimeProvider time)
    {
        (_plan, _target, _time) = (plan, target, time);
        (_mix, _tally, _body) = (new TrafficMix(plan), new TrafficTally(), RandomNumberGenerator.GetBytes(plan.ObjectBytes));
        _authority = X509Certificate2.CreateFromPem(target.CertificatePem);
        _startedAt = time.GetUtcNow();
        _work = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Whether it goes on.</summary>
    public bool IsUnderWay => !_work.IsCompleted;

    /// <summary>Stops it; ends with its last request.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
    }

    /// <summary>What became of it so far.</summary>
    public TrafficReport Read(long since, int limit)
    {
        lock (_gate)
        {
            var elapsed = _took ?? (_state == TrafficState.Seeding ? TimeSpan.Zero : _time.GetElapsedTime(_started));
            return _tally.Report(_plan, _target.Alias.Value, _state, _startedAt, elapsed, since, limit);
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _authority.Dispose();
        _stop.Dispose();
        _room.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await SeedAsync();
            Begin();
            await SendAllAsync();
            End(TrafficState.Done);
        }
        catch (OperationCanceledException)
        {
            End(TrafficState.Stopped);
        }
    }

    private void Begin()
    {
        lock (_gate)
        {
            (_startedAt, _started, _state) = (_time.GetUtcNow(), _time.GetTimestamp(), TrafficState.Running);
        }
    }

    private void End(TrafficState state)
    {
        lock (_gate)
        {
            _took ??= _state == TrafficState.Seeding ? TimeSpan.Zero : _time.GetElapsedTime(_started);
            _state = state;
        }
    }

    // A Region that cannot take its seeds shows soon enough.
    private Task SeedAsync() => Parallel.ForEachAsync(
        _plan.SeededKeys.SelectMany(key => _target.Members.Select(member => (Key: key, Member: member))),
        new ParallelOptions { MaxDegreeOfParallelism = SeedersAtOnce, CancellationToken = _stop.Token },
        async (seed, cancellation) =>
        {
            try
            {
                await Client(0).PutAsync(seed.Member.Bucket.Value, seed.Member.Region, seed.Key, _body, cancellation);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException || IsTimeout(fault, cancellation))
            {
                // counted where clients notice it
            }
        });

    private async Task SendAllAsync()
    {
        using var timer = new PeriodicTimer(s_tick, _time);
        var begun = 0L;
        while (_time.GetElapsedTime(_started) is var elapsed && elapsed < _plan.Duration)
        {
            var due = (long)(elapsed.TotalSeconds * _plan.RequestsPerSecond);
            for (; begun < due; begun++)
            {
                if (_room.Wait(0, _stop.Token))
                {
                    _ = SendOneAsync();
                }
                else
                {
                    lock (_gate)
                    {
                        _tally.CountLate();
                    }
                }
            }

            await timer.WaitForNextTickAsync(_stop.Token);
        }

        // the last of them have as much time as the first
        for (var i = 0; i < MaxUnanswered; i++)
        {
            await _room.WaitAsync(_stop.Token);
        }
    }

    private async Task SendOneAsync()
    {
        int place;
        bool isRead;
        string key;
        lock (_gate)
        {
            (place, isRead, key) = _mix.Next();
            _tally.CountSent();
        }

        var at = _time.GetElapsedTime(_started).TotalMilliseconds;
        var begun = _time.GetTimestamp();
        PlaceClient.Answer? answer = null;
        string? fault = null;
        try
        {
            var client = Client(place);
            answer = await (isRead ? client.GetAsync(key, _stop.Token) : client.PutAsync(key, _body, _stop.Token));
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or OperationCanceledException)
        {
            fault = wrong is OperationCanceledException ? "Timeout" : "NoConnection";
        }

        var sample = new TrafficSample(
            at, _plan.Places[place].Vantage.Id, isRead ? "GET" : "PUT", key, answer?.Region, answer?.Status, fault ?? answer?.Error,
            _time.GetElapsedTime(begun).TotalMilliseconds);
        Finish(sample, isRead ? answer?.Bytes ?? 0 : 0);
    }

    private void Finish(TrafficSample sample, int bytesRead)
    {
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested || sample.Status is not null)
            {
                _tally.Count(sample, bytesRead, _body.Length);
                if (sample is { Method: "PUT", IsSuccess: true })
                {
                    _mix.Acknowledge(sample.Key);
                }
            }
        }

        _room.Release();
    }

    private PlaceClient Client(int place) => _clients.GetOrAdd(
        place, index => new PlaceClient(_target, _plan.Places[index].Vantage.Id, _authority, _signer, _time));

    private static bool IsTimeout(Exception fault, CancellationToken cancellation) =>
        fault is OperationCanceledException && !cancellation.IsCancellationRequested;
}
