using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>Divides a drill into intervals of one length, few enough for a chart.</summary>
internal static class DrillIntervals
{
    private const int MaxCount = 120;

    private static readonly int[] s_lengths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900];

    public static ImmutableArray<DrillInterval> Of(DrillTimeline timeline)
    {
        var end = timeline.Phases.IsEmpty ? TimeSpan.Zero : timeline.Phases[^1].End;
        var whole = s_lengths.FirstOrDefault(seconds => end.TotalSeconds <= (double)seconds * MaxCount, s_lengths[^1]);
        var length = TimeSpan.FromSeconds(whole);
        var samples = timeline.Samples.Where(sample => sample.Offset < end).ToLookup(sample => (int)(sample.Offset / length));
        return
        [
            .. Enumerable.Range(0, (int)Math.Ceiling(end / length)).Select(index => Interval(index, whole, [.. samples[index]])),
        ];
    }

    private static DrillInterval Interval(int index, int seconds, IReadOnlyCollection<DrillSample> samples)
    {
        var latency = DrillLatency.Of(samples.Where(sample => sample.IsSuccess).Select(sample => sample.Duration));
        return new DrillInterval(
            (double)index * seconds, seconds, samples.Count, samples.Count(sample => sample.IsError), latency?.P50Ms, latency?.P95Ms);
    }
}
