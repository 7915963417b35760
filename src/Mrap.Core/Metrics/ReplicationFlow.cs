namespace Mrap.Core.Metrics;

/// <summary>What the four metrics say of a replication rule and one destination.</summary>
/// <param name="Lag">How far the destination is behind, in seconds, at most.</param>
/// <param name="BytesPending">The bytes that wait.</param>
/// <param name="OperationsPending">How many operations wait.</param>
/// <param name="Failed">How many operations failed in each period; none published means none failed.</param>
/// <param name="Fault">Why some of it could not be read: a sentence; null when all was.</param>
public sealed record ReplicationFlow(
    SeriesSubject.Replication Rule, AlignedSeries Lag, AlignedSeries BytesPending, AlignedSeries OperationsPending, AlignedSeries Failed,
    string? Fault)
{
    /// <summary>Whether anything was published: otherwise the rule has no metrics, or has them for less than 15 minutes.</summary>
    public bool IsKnown => !(Lag.IsEmpty && BytesPending.IsEmpty && OperationsPending.IsEmpty && Failed.IsEmpty);
}
