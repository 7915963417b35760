using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>The latency of the requests that succeeded, in milliseconds.</summary>
/// <param name="P50Ms">The median.</param>
/// <param name="P95Ms">The 95th percentile.</param>
/// <param name="MaxMs">The slowest.</param>
public sealed record DrillLatency(double P50Ms, double P95Ms, double MaxMs)
{
    /// <summary>The latency of some durations.</summary>
    /// <returns>Null when there is none.</returns>
    internal static DrillLatency? Of(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToImmutableArray();
        return sorted.IsEmpty
            ? null
            : new DrillLatency(
                Percentile(sorted, 50).TotalMilliseconds, Percentile(sorted, 95).TotalMilliseconds, sorted[^1].TotalMilliseconds);
    }

    // the nearest rank: the least value that so many percent of all do not exceed; whole numbers, so that no rounding moves the rank
    private static TimeSpan Percentile(ImmutableArray<TimeSpan> sorted, int percent) =>
        sorted[(int)(((((long)sorted.Length * percent) + 99) / 100) - 1)];
}
