namespace Mrap.Sandbox.Observation;

/// <summary>Tells what waits for replication.</summary>
internal interface IReplicationBacklog
{
    /// <summary>A line for every enabled rule with metrics of every bucket, at the moment of the call. Cheap: read from counters.</summary>
    IReadOnlyList<ReplicationPending> Read();
}
