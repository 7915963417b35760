namespace Mrap.Core.Comparison;

/// <summary>Why a bucket lacks what another has (Amazon S3 User Guide, "What does Amazon S3 replicate?").</summary>
public enum GapReason
{
    /// <summary>Nobody has asked for the replication status of the copy that is there.</summary>
    NotAsked,

    /// <summary>Replication is still to come.</summary>
    Pending,

    /// <summary>Replication failed.</summary>
    Failed,

    /// <summary>A rule covers the key, and the object was written before there was the rule.</summary>
    OlderThanRule,

    /// <summary>Only replicas are left, and replicas are not replicated any further.</summary>
    ReplicaOnly,

    /// <summary>It was replicated; what was there was deleted or overwritten afterwards.</summary>
    ChangedSince,

    /// <summary>The object was deleted, and the rule does not replicate deletions.</summary>
    DeletionStays,

    /// <summary>No rule leads there for this key.</summary>
    NotCovered,
}
