namespace Mrap.Core.Replication;

/// <summary>The <c>Metrics</c> of a destination (Amazon S3 API Reference, "Metrics").</summary>
/// <param name="Status">Whether they are on; null when it is absent.</param>
/// <param name="ThresholdMinutes">
/// When events tell that an object is late; null without an <c>EventThreshold</c>. With replication time control nothing but 15 is valid,
/// without it nothing but null.
/// </param>
public sealed record ReplicationMetricsOption(RuleStatus? Status, int? ThresholdMinutes)
{
    /// <summary>Metrics without events about late objects.</summary>
    public static ReplicationMetricsOption On { get; } = new(RuleStatus.Enabled, null);

    /// <summary>The metrics that replication time control needs.</summary>
    public static ReplicationMetricsOption WithTimeControl { get; } = new(RuleStatus.Enabled, ReplicationTimeControl.ValidMinutes);
}
