namespace Mrap.Sandbox.Observation;

/// <summary>Who wants to know of replication. Registered in the container, it is told.</summary>
internal interface IReplicationObserver
{
    /// <summary>Is told of an attempt, by a rule with metrics, that ended. Called on the worker's thread: it must neither wait nor throw.</summary>
    void Observe(ReplicationObserved observed);
}
