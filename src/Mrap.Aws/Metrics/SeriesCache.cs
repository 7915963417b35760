using System.Diagnostics.CodeAnalysis;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>
/// Keeps series that were read a moment ago, for several who look at the same. What may still change is kept for the shortest time only,
/// and never beyond the end of its newest period: the window is another one then. Safe for concurrent use.
/// </summary>
/// <param name="fresh">How long series are kept whose newest periods may still change.</param>
internal sealed class SeriesCache(TimeSpan fresh, TimeProvider time)
{
    private const int MaxEntries = 4096;

    // Points may come late, but hardly by more than this.
    private static readonly TimeSpan s_settling = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_settled = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, Entry> _entries = [];

    /// <summary>Finds a series that is still fresh.</summary>
    public bool TryGet(SeriesQuery query, MetricWindow window, [NotNullWhen(true)] out AlignedSeries? series)
    {
        lock (_gate)
        {
            var found = _entries.TryGetValue(Key.Of(query, window), out var entry) && entry.Until > time.GetUtcNow();
            series = found ? entry!.Series : null;
            return found;
        }
    }

    /// <summary>Keeps a series.</summary>
    public void Keep(SeriesQuery query, MetricWindow window, AlignedSeries series)
    {
        var now = time.GetUtcNow();
        var until = now + (window.To + s_settling <= now ? s_settled : fresh);
        lock (_gate)
        {
            if (_entries.Count >= MaxEntries)
            {
                Forget(now);
            }

            _entries[Key.Of(query, window)] = new Entry(series, until);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Until <= now)
            {
                _entries.Remove(key);
            }
        }

        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }
    }

    /// <summary>What a series is of, and when.</summary>
    private sealed record Key(SeriesQuery Query, DateTimeOffset From, DateTimeOffset To, TimeSpan Period)
    {
        public static Key Of(SeriesQuery query, MetricWindow window) => new(query, window.From, window.To, window.Period);
    }

    /// <summary>A series, and until when it is fresh.</summary>
    private sealed record Entry(AlignedSeries Series, DateTimeOffset Until);
}
