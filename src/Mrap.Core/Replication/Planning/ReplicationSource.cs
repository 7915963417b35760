using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication.Planning;

/// <summary>A bucket that a role replicates from.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Configuration">All of its rules.</param>
/// <param name="HasObjectLock">Whether Object Lock is enabled, whose settings are replicated too.</param>
public sealed record ReplicationSource(MemberBucket Member, ReplicationConfiguration Configuration, bool HasObjectLock);
