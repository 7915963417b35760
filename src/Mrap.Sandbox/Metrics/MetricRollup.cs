namespace Mrap.Sandbox.Metrics;

/// <summary>Makes fewer points of old ones.</summary>
/// <param name="gate">Held while a batch is worked on.</param>
internal sealed class MetricRollup(MetricDatabase database, Lock gate)
{
    private const int Batch = 200;

    /// <summary>Rolls up everything that is due, batch by batch.</summary>
    /// <param name="now">The second, since 1970.</param>
    /// <param name="removed">Is told which metrics have no points any more.</param>
    public void Run(long now, Action<HashSet<long>> removed)
    {
        for (var i = 0; i < MetricResolution.All.Length; i++)
        {
            var next = i + 1 < MetricResolution.All.Length ? MetricResolution.All[i + 1] : null;
            while (RunBatch(MetricResolution.All[i], next, now))
            {
            }
        }

        lock (gate)
        {
            var oldest = now - (long)MetricResolution.All[^1].Retention.TotalSeconds;
            if (database.RemoveEmpty(oldest) is { Count: > 0 } empty)
            {
                removed([.. empty]);
            }
        }
    }

    private bool RunBatch(MetricResolution resolution, MetricResolution? next, long now)
    {
        lock (gate)
        {
            // a chunk goes as a whole, once its newest point is too old
            var before = now - (long)resolution.Retention.TotalSeconds - resolution.ChunkSeconds + 1;
            var due = database.Older(resolution, before, Batch);
            database.Transact(() =>
            {
                foreach (var (series, start) in due)
                {
                    if (next is not null)
                    {
                        Merge(series, database.Read(series, resolution, start, start + 1, withDigests: true)[0].Open(), next);
                    }

                    database.Remove(series, resolution, start);
                }
            });
            return due.Count == Batch;
        }
    }

    private void Merge(long series, MetricChunk chunk, MetricResolution next)
    {
        foreach (var part in chunk.Points.GroupBy(at => next.ChunkStart(at.Second)))
        {
            var stored = database.Read(series, next, part.Key, part.Key + 1, withDigests: true);
            var rolled = stored.Count > 0 ? stored[0].Open() : new MetricChunk(next, part.Key);
            foreach (var (second, point) in part)
            {
                rolled.At(second).Merge(point);
            }

            database.Save(series, rolled);
        }
    }
}
