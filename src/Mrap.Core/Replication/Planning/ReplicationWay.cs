namespace Mrap.Core.Replication.Planning;

/// <summary>A way that objects take.</summary>
internal readonly record struct ReplicationWay(BucketReplication From, BucketReplication To, ReplicationRule Rule);
