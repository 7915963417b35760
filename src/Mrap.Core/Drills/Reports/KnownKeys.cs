namespace Mrap.Core.Drills.Reports;

/// <summary>From when on each key of a drill is known to have been written.</summary>
internal sealed class KnownKeys
{
    private readonly Dictionary<string, TimeSpan> _since = new(StringComparer.Ordinal);

    public KnownKeys(DrillTimeline timeline)
    {
        foreach (var key in timeline.SeededKeys)
        {
            _since[key] = TimeSpan.Zero;
        }

        foreach (var write in timeline.Samples.Where(sample => sample.IsAcknowledgedWrite))
        {
            if (!_since.TryGetValue(write.Key, out var since) || write.End < since)
            {
                _since[write.Key] = write.End;
            }
        }
    }

    /// <summary>Whether the key had been written when the request was sent.</summary>
    public bool Contains(DrillSample sample) => _since.TryGetValue(sample.Key, out var since) && since <= sample.Offset;
}
