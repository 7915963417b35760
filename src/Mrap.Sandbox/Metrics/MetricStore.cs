using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Mrap.Sandbox.Metrics;

/// <summary>All metrics of the sandbox. Values are gathered in memory and stored by <see cref="Flush"/>.</summary>
internal sealed class MetricStore : IDisposable
{
    /// <summary>The most metrics, of all accounts and Regions; beyond it a new one is not kept.</summary>
    public const int MaxSeries = 50_000;

    private readonly MetricDatabase _database;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<MetricIdentity, MetricSeries> _series;
    private bool _isDisposed;

    /// <summary>Reads which metrics there are.</summary>
    public MetricStore(MetricDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _series = new(database.Series().Select(series => KeyValuePair.Create(series.Identity, series)));
    }

    /// <summary>Counts up whenever metrics were removed: whoever keeps one asks for it again then.</summary>
    public int Generation { get; private set; }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A metric to add values to; null when there are too many.</summary>
    /// <param name="unit">The unit of its values, when it is new.</param>
    public MetricSeries? Open(MetricIdentity identity, string unit) =>
        _series.TryGetValue(identity, out var known) ? known
        : _series.Count >= MaxSeries ? null
        : _series.GetOrAdd(identity, static (id, unit) => new MetricSeries(id, unit), unit);

    /// <summary>A metric; null when there is none.</summary>
    public MetricSeries? Find(MetricIdentity identity) => _series.GetValueOrDefault(identity);

    /// <summary>The metrics of an account in a Region.</summary>
    public ImmutableArray<MetricSeries> List(string region, string account) =>
        [.. _series.Values.Where(series => series.Identity.Region == region && series.Identity.Account == account)];

    /// <summary>The points of a metric, each over one period, in their order.</summary>
    /// <param name="from">The first second, since 1970; periods are counted from it.</param>
    /// <param name="to">The second behind the last.</param>
    /// <param name="period">The seconds of a period; of what is kept in longer points only, nothing is given.</param>
    /// <param name="withDigests">Whether percentiles are wanted.</param>
    public SortedList<long, MetricPoint> Read(MetricSeries series, long from, long to, int period, bool withDigests)
    {
        var points = new SortedList<long, MetricPoint>();
        foreach (var chunk in ReadChunks(series, from, to, period, withDigests))
        {
            foreach (var (second, point) in chunk.Points)
            {
                if (second >= from && second < to)
                {
                    Add(points, from + ((second - from) / period * period), point);
                }
            }
        }

        return points;
    }

    /// <summary>Stores what is new.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            var dirty = _series.Values.Where(series => series.IsDirty).ToList();
            if (!_isDisposed && dirty.Count > 0)
            {
                _database.Transact(() => dirty.ForEach(Store));
            }
        }
    }

    /// <summary>Rolls up what is too old for its resolution, and removes what is too old for all.</summary>
    public void RollUp() => new MetricRollup(_database, _gate).Run(Now, removed =>
    {
        foreach (var series in _series.Values.Where(series => removed.Contains(series.Number) && !series.IsDirty))
        {
            _series.TryRemove(series.Identity, out _);
        }

        Generation++;
    });

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _series.Clear();
            _database.Clear();
            Generation++;
        }
    }

    /// <summary>Stores what is new; nothing is stored after that.</summary>
    public void Dispose()
    {
        Flush();
        lock (_gate)
        {
            _isDisposed = true;
        }
    }

    private static void Add(SortedList<long, MetricPoint> points, long at, MetricPoint point)
    {
        if (points.TryGetValue(at, out var known))
        {
            known.Merge(point);
        }
        else
        {
            points.Add(at, point);
        }
    }

    private List<MetricChunk> ReadChunks(MetricSeries series, long from, long to, int period, bool withDigests)
    {
        List<MetricChunk> fresh;
        var stored = new List<StoredChunk>();
        lock (_gate)
        {
            fresh = series.Copy(from, to, withDigests);
            if (series.Number != 0 && !_isDisposed)
            {
                var finer = 0L;
                foreach (var resolution in MetricResolution.All.Where(resolution => resolution.Seconds <= period))
                {
                    // what is younger has not been rolled up
                    if (finer == 0 || from < Now - finer)
                    {
                        stored.AddRange(_database.Read(series.Number, resolution, resolution.ChunkStart(from), to, withDigests));
                    }

                    finer = (long)resolution.Retention.TotalSeconds;
                }
            }
        }

        var known = fresh.Where(chunk => chunk.IsWhole).Select(chunk => chunk.Start).ToHashSet();
        var finest = MetricResolution.Finest;
        return
        [
            .. stored.Where(chunk => chunk.Resolution != finest || !known.Contains(chunk.Start)).Select(chunk => chunk.Open()), .. fresh,
        ];
    }

    private void Store(MetricSeries series)
    {
        var finest = MetricResolution.Finest;
        var before = series.Number == 0
            ? []
            : series.Partial()
                .SelectMany(start => _database.Read(series.Number, finest, start, start + 1, withDigests: true))
                .ToDictionary(chunk => chunk.Start, chunk => chunk.Open());
        _database.Save(series);
        series.Flush(before, Now, chunk => _database.Save(series.Number, chunk));
    }
}
