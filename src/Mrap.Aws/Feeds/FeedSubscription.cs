namespace Mrap.Aws.Feeds;

/// <summary>What is told of the readings of a feed. Disposing it twice is the same as once.</summary>
public sealed class FeedSubscription : IDisposable
{
    private readonly Action<FeedSubscription> _end;
    private readonly Action _changed;
    private bool _isPaused;
    private int _missed;

    internal FeedSubscription(Action changed, Action<FeedSubscription> end)
    {
        _changed = changed;
        _end = end;
    }

    /// <summary>How many changes there were since it was paused; 0 while it is not.</summary>
    public int Missed => Volatile.Read(ref _missed);

    /// <summary>Whether changes are counted instead of told. When it goes on after a change was missed, it tells that at once.</summary>
    public bool IsPaused
    {
        get => Volatile.Read(ref _isPaused);
        set
        {
            Volatile.Write(ref _isPaused, value);
            if (!value && Interlocked.Exchange(ref _missed, 0) > 0)
            {
                _changed();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _end(this);

    internal void Tell()
    {
        if (IsPaused)
        {
            Interlocked.Increment(ref _missed);
        }
        else
        {
            _changed();
        }
    }
}
