namespace Mrap.Sandbox.Storage.Records;

/// <summary>How the replication of a version stands, and whether the version is a replica itself.</summary>
/// <param name="State">How far the replication of the version, or of a change made on a replica, is.</param>
/// <param name="IsReplica">Whether replication wrote the version.</param>
internal readonly record struct VersionReplication(ReplicationState State, bool IsReplica)
{
    private const int ReplicaBit = 8;

    /// <summary>A version that no rule is about.</summary>
    public static VersionReplication None => default;

    /// <summary>A version that replication wrote.</summary>
    public static VersionReplication Replica => new(ReplicationState.None, IsReplica: true);

    /// <summary>The number in the database.</summary>
    public long Value => (long)State | (IsReplica ? ReplicaBit : 0L);

    /// <summary>
    /// What <c>x-amz-replication-status</c> says (AWS page "Getting replication status information"); null when there is no such header.
    /// </summary>
    public string? Header => State switch
    {
        ReplicationState.Pending => "PENDING",
        ReplicationState.Failed => "FAILED",
        _ when IsReplica => "REPLICA",
        ReplicationState.Completed => "COMPLETED",
        _ => null,
    };

    /// <summary>Reads the number in the database.</summary>
    public static VersionReplication Of(long value) => new((ReplicationState)(value & ~ReplicaBit), (value & ReplicaBit) != 0);

    /// <summary>What it is once every destination was dealt with.</summary>
    /// <param name="hasFailed">Whether one of them refused.</param>
    public VersionReplication Ended(bool hasFailed) => this with
    {
        State = hasFailed ? ReplicationState.Failed : IsReplica ? ReplicationState.None : ReplicationState.Completed,
    };
}
