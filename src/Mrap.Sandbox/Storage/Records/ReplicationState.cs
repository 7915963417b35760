namespace Mrap.Sandbox.Storage.Records;

/// <summary>How far the replication of a version is. The numbers are those of the database.</summary>
internal enum ReplicationState
{
    /// <summary>No rule asks for it.</summary>
    None = 0,

    /// <summary>At least one destination has not got it yet.</summary>
    Pending = 1,

    /// <summary>Every destination has it.</summary>
    Completed = 2,

    /// <summary>At least one destination will not get it.</summary>
    Failed = 3,
}
