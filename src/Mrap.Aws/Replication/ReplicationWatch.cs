using System.Collections.Immutable;

namespace Mrap.Aws.Replication;

/// <summary>How replication goes.</summary>
/// <param name="Rules">What waits, by rule.</param>
/// <param name="Failed">What failed lately, the newest first.</param>
public sealed record ReplicationWatch(ImmutableArray<RuleBacklog> Rules, ImmutableArray<FailedReplication> Failed)
{
    /// <summary>Whether both are the same in everything, the order included.</summary>
    public bool Equals(ReplicationWatch? other) =>
        other is not null && Rules.AsSpan().SequenceEqual(other.Rules.AsSpan()) && Failed.AsSpan().SequenceEqual(other.Failed.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules.Length, Failed.Length);
}
