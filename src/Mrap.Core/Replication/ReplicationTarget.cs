using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>A bucket that a change is replicated to, and the rule that does it.</summary>
/// <param name="Bucket">The destination.</param>
/// <param name="Rule">The rule.</param>
public sealed record ReplicationTarget(BucketName Bucket, ReplicationRule Rule);
