namespace Mrap.Aws.Feeds;

/// <summary>
/// One feed a key, shared by everybody who looks at it. Those that nobody looks at are forgotten beyond a number. Safe for concurrent use.
/// </summary>
/// <typeparam name="TKey">What a feed is of.</typeparam>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="make">Makes the feed of a key.</param>
/// <param name="maxUnwatched">Beyond how many feeds those that nobody looks at are forgotten.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedCache<TKey, T>(Func<TKey, Feed<T>> make, int maxUnwatched, TimeProvider time) : IDisposable
    where TKey : notnull
    where T : class
{
    // Whoever was given a feed looks at it within this time; forgotten before, it would be read twice and no longer refreshed.
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Entry> _entries = [];

    /// <summary>How many feeds are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The feed of a key, made when there is none.</summary>
    public Feed<T> Of(TKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                if (_entries.Count >= maxUnwatched)
                {
                    Forget();
                }

                _entries[key] = entry = new Entry(make(key));
            }

            entry.GivenAt = time.GetTimestamp();
            return entry.Feed;
        }
    }

    /// <summary>Reads a key again as soon as may be, if there is a feed of it.</summary>
    public void Refresh(TKey key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                entry.Feed.Refresh();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values)
            {
                entry.Feed.Dispose();
            }
        }
    }

    private void Forget()
    {
        foreach (var (key, entry) in _entries)
        {
            if (!entry.Feed.IsWatched && time.GetElapsedTime(entry.GivenAt) > s_grace)
            {
                _entries.Remove(key);
            }
        }
    }

    /// <summary>A feed, and when it was last given out.</summary>
    private sealed class Entry(Feed<T> feed)
    {
        public Feed<T> Feed { get; } = feed;

        public long GivenAt { get; set; }
    }
}
