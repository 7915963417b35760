using System.Collections.Immutable;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>The metrics configurations of a bucket, by id: one object for as long as they stay the same.</summary>
internal sealed record StoredMetrics(ImmutableArray<MetricsConfiguration> All)
{
    /// <summary>Those of a bucket that has none.</summary>
    public static StoredMetrics None { get; } = new([]);
}
