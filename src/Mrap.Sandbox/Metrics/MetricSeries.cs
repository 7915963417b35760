namespace Mrap.Sandbox.Metrics;

/// <summary>The values of one metric: what is new is in memory, what is older on disk. Safe for concurrent use.</summary>
/// <param name="identity">What it is known by.</param>
/// <param name="unit">The unit of its values, as CloudWatch names it.</param>
internal sealed class MetricSeries(MetricIdentity identity, string unit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, MetricChunk> _chunks = [];
    private MetricChunk? _newest;
    private long _lastValue;

    /// <summary>What it is known by.</summary>
    public MetricIdentity Identity => identity;

    /// <summary>The unit of its values.</summary>
    public string Unit => unit;

    /// <summary>Its number in the database; 0 while it is not there.</summary>
    public long Number { get; set; }

    /// <summary>The second of its newest value, since 1970.</summary>
    public long LastValue
    {
        get => Interlocked.Read(ref _lastValue);
        init => _lastValue = value;
    }

    /// <summary>Whether something of it is not stored yet.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="second">When it was measured, since 1970.</param>
    /// <param name="value">A finite number.</param>
    /// <param name="weight">How often it was seen.</param>
    public void Add(long second, double value, double weight = 1)
    {
        lock (_gate)
        {
            PointAt(second).Add(value, weight);
        }
    }

    /// <summary>Adds values of which only the summary is known.</summary>
    public void AddSummary(long second, double count, double sum, double minimum, double maximum)
    {
        lock (_gate)
        {
            PointAt(second).AddSummary(count, sum, minimum, maximum);
        }
    }

    /// <summary>Copies what is in memory of a span of time.</summary>
    public List<MetricChunk> Copy(long from, long to, bool withDigests)
    {
        lock (_gate)
        {
            var copies = new List<MetricChunk>();
            foreach (var chunk in _chunks.Values)
            {
                if (chunk.Start < to && chunk.Start + chunk.Resolution.ChunkSeconds > from)
                {
                    var copy = new MetricChunk(chunk.Resolution, chunk.Start) { IsWhole = chunk.IsWhole };
                    foreach (var (second, point) in chunk.Points)
                    {
                        copy.Set(second, point.Clone(withDigests));
                    }

                    copies.Add(copy);
                }
            }

            return copies;
        }
    }

    /// <summary>The chunks that lack what is stored of them.</summary>
    public long[] Partial()
    {
        lock (_gate)
        {
            return [.. _chunks.Values.Where(chunk => chunk is { IsDirty: true, IsWhole: false }).Select(chunk => chunk.Start)];
        }
    }

    /// <summary>Gives the chunks that changed in their stored form, and lets go of those that are over.</summary>
    /// <param name="stored">What is stored of the chunks that lack it.</param>
    /// <param name="now">The second, since 1970.</param>
    /// <param name="store">Takes a chunk.</param>
    public void Flush(IReadOnlyDictionary<long, MetricChunk> stored, long now, Action<MetricChunk> store)
    {
        lock (_gate)
        {
            foreach (var chunk in _chunks.Values)
            {
                if (!chunk.IsWhole && stored.TryGetValue(chunk.Start, out var before))
                {
                    chunk.Merge(before);
                }

                chunk.IsWhole |= chunk.IsDirty;
                if (chunk.IsDirty)
                {
                    store(chunk);
                    chunk.IsDirty = false;
                }
            }

            IsDirty = false;
            foreach (var over in _chunks.Values.Where(chunk => chunk.Start + chunk.Resolution.ChunkSeconds + 60 < now).ToArray())
            {
                _chunks.Remove(over.Start);
                _newest = ReferenceEquals(over, _newest) ? null : _newest;
            }
        }
    }

    private MetricPoint PointAt(long second)
    {
        var start = MetricResolution.Finest.ChunkStart(second);
        if (_newest?.Start != start)
        {
            if (!_chunks.TryGetValue(start, out _newest))
            {
                _chunks[start] = _newest = new MetricChunk(MetricResolution.Finest, start);
            }
        }

        _newest.IsDirty = true;
        IsDirty = true;
        if (second > _lastValue)
        {
            Interlocked.Exchange(ref _lastValue, second);
        }

        return _newest.At(second);
    }
}
