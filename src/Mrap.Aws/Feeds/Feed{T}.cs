using System.Collections.Immutable;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Feeds;

/// <summary>
/// One thing that is read again and again for whoever looks at it: everybody shares the readings, nothing is read while nobody looks, and
/// readings are never closer together than a quarter of a second. Safe for concurrent use.
/// </summary>
/// <typeparam name="T">What is read; compared by its equality.</typeparam>
public sealed class Feed<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan s_minInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_maxInterval = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Func<CancellationToken, Task<Outcome<T>>> _read;
    private readonly Func<T?, TimeSpan> _interval;
    private readonly TimeProvider _time;
    private ImmutableList<FeedSubscription> _subscriptions = [];
    private CancellationTokenSource? _reading;
    private TaskCompletionSource _wanted = NewSignal();
    private FeedState<T>? _current;

    /// <summary>Prepares a feed; nothing is read before somebody looks.</summary>
    /// <param name="read">Reads once. An exception is a bug: it is shown as a fault, and the feed goes on.</param>
    /// <param name="interval">How long to wait after a reading, by what was read last; null when nothing was.</param>
    /// <param name="time">The clock.</param>
    public Feed(Func<CancellationToken, Task<Outcome<T>>> read, Func<T?, TimeSpan> interval, TimeProvider time)
    {
        _read = read;
        _interval = interval;
        _time = time;
    }

    /// <summary>What is known; null before the first reading has ended. It is kept while nobody looks.</summary>
    public FeedState<T>? Current => Volatile.Read(ref _current);

    /// <summary>Whether somebody looks.</summary>
    public bool IsWatched => !_subscriptions.IsEmpty;

    /// <summary>Looks at it: the first reading begins at once.</summary>
    /// <param name="changed">Called from any thread when something else than before was read.</param>
    public FeedSubscription Subscribe(Action changed)
    {
        var subscription = new FeedSubscription(changed, End);
        CancellationToken? begun = null;
        lock (_gate)
        {
            _subscriptions = _subscriptions.Add(subscription);
            if (_reading is null)
            {
                _reading = new CancellationTokenSource();
                begun = _reading.Token;
            }
        }

        if (begun is { } token)
        {
            // It reads for all who look, so it takes neither the thread nor the culture nor the trace of who happened to look first.
            ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(token), state: null);
        }

        return subscription;
    }

    /// <summary>Reads again as soon as may be, because something was changed.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            _wanted.TrySetResult();
        }
    }

    /// <summary>Ends it for everybody who looks.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _subscriptions = [];
            Stop();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void End(FeedSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = _subscriptions.Remove(subscription);
            if (_subscriptions.IsEmpty)
            {
                Stop();
            }
        }
    }

    private void Stop()
    {
        _reading?.Cancel();
        _reading?.Dispose();
        _reading = null;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                Task wanted;
                lock (_gate)
                {
                    _wanted = NewSignal();
                    wanted = _wanted.Task;
                }

                var outcome = await ReadAsync(cancellationToken);
                Publish(outcome, cancellationToken);
                failures = outcome.IsSuccess ? 0 : failures + 1;
                await Task.Delay(s_minInterval, _time, cancellationToken);
                await WaitAsync(wanted, IntervalAfter(failures) - s_minInterval, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    // The loop must not die: whoever looks would wait for ever, and nobody who comes later would start another.
    private async Task<Outcome<T>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _read(cancellationToken);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new AwsFault(
                ConsoleFaultCodes.Unexpected, "What is shown could not be read anew.", $"The console failed: {bug.GetType().Name}.",
                "It is tried again. If it stays, tell whoever runs the console.");
        }
    }

    private async Task WaitAsync(Task wanted, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (interval <= TimeSpan.Zero)
        {
            return;
        }

        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(wanted, Task.Delay(interval, _time, rest.Token));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    // Each reading that fails in a row doubles the time to the next.
    private TimeSpan IntervalAfter(int failures)
    {
        var interval = _interval(Current?.Value);
        if (failures == 0)
        {
            return interval;
        }

        var backedOff = interval * Math.Pow(2, Math.Min(failures, 8));
        return backedOff > s_maxInterval ? s_maxInterval : backedOff;
    }

    // A reading that goes on after its loop was ended comes late: another loop may have published something newer.
    private void Publish(Outcome<T> outcome, CancellationToken cancellationToken)
    {
        ImmutableList<FeedSubscription> told;
        lock (_gate)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            var before = Current;
            var now = outcome.TryGet(out var value, out var fault)
                ? new FeedState<T>(value, Fault: null, _time.GetUtcNow())
                : new FeedState<T>(before?.Value, fault, before?.ReadAt ?? _time.GetUtcNow());
            Volatile.Write(ref _current, now);
            var isSame = before is not null && Equals(before.Value, now.Value) && Equals(before.Fault, now.Fault);
            told = isSame ? [] : _subscriptions;
        }

        foreach (var subscription in told)
        {
            subscription.Tell();
        }
    }
}
