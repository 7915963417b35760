namespace Mrap.Core.Comparison;

/// <summary>The replication status of one copy of an object (Amazon S3 User Guide, "Getting replication status information").</summary>
public enum CopyStatus
{
    /// <summary>S3 names none: no rule covered the object when it was written.</summary>
    None,

    /// <summary>Replication to at least one destination is still to come.</summary>
    Pending,

    /// <summary>Every destination has it.</summary>
    Completed,

    /// <summary>Replication to at least one destination failed.</summary>
    Failed,

    /// <summary>The copy is itself the work of replication, which does not carry it any further.</summary>
    Replica,
}
