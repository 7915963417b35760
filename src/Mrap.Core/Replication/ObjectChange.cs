using System.Collections.Immutable;

namespace Mrap.Core.Replication;

/// <summary>A change of an object that may have to be replicated.</summary>
/// <param name="Key">The key.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Tags">The tags of the version, after the change; a delete marker has none.</param>
/// <param name="IsReplica">Whether the version is a replica.</param>
/// <param name="IsKmsEncrypted">Whether the version is encrypted with a KMS key.</param>
public readonly record struct ObjectChange(
    string Key, ObjectChangeKind Kind, ImmutableArray<ReplicationTag> Tags, bool IsReplica = false, bool IsKmsEncrypted = false);
