using System.Collections.Immutable;

namespace Mrap.Sandbox.Metrics;

/// <summary>How finely points are kept, and how long (Amazon CloudWatch User Guide, "Metrics retention").</summary>
/// <param name="Seconds">The length of a point.</param>
/// <param name="Retention">How long points of that length are kept; then they are rolled up into the next.</param>
internal sealed record MetricResolution(int Seconds, TimeSpan Retention)
{
    /// <summary>All of them, the finest first.</summary>
    public static ImmutableArray<MetricResolution> All { get; } =
        [new(60, TimeSpan.FromDays(15)), new(300, TimeSpan.FromDays(63)), new(3600, TimeSpan.FromDays(455))];

    /// <summary>The one in which values arrive.</summary>
    public static MetricResolution Finest => All[0];

    /// <summary>The length of what is stored together.</summary>
    public long ChunkSeconds => (long)Seconds * MetricChunk.Slots;

    /// <summary>The start of the chunk that an instant is in.</summary>
    /// <param name="second">Seconds since 1970.</param>
    public long ChunkStart(long second) => second - (second % ChunkSeconds);
}
