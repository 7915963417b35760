using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>A version, or a change of it, that one destination has not got yet.</summary>
/// <param name="Id">The number of the row; grows with every task of a Region.</param>
/// <param name="Version">The version as it is now, with its bytes when they are kept in the database.</param>
/// <param name="Destination">The bucket that is to get it.</param>
/// <param name="Rule">The identifier of the rule that asked for it.</param>
/// <param name="Change">What happened to the version.</param>
/// <param name="Since">When it happened.</param>
/// <param name="IsTimed">Whether replication time control watches it.</param>
/// <param name="IsMissed">Whether it was told that it is late.</param>
internal sealed record ReplicationTask(
    long Id, ObjectVersion Version, BucketName Destination, string Rule, ObjectChangeKind Change, DateTimeOffset Since, bool IsTimed,
    bool IsMissed)
{
    /// <summary>The bytes that have to be carried.</summary>
    public long Bytes => Change == ObjectChangeKind.Version ? Version.Size : 0;
}
