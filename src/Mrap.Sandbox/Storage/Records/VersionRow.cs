namespace Mrap.Sandbox.Storage.Records;

/// <summary>What a write has to know of a version that is there.</summary>
/// <param name="Id">The number of its row.</param>
/// <param name="IsLatest">Whether it is the newest of its key.</param>
/// <param name="IsDeleteMarker">Whether it is a delete marker.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="Body">The number of its body; 0 for a delete marker.</param>
/// <param name="Rank">When it was written, as all ends of replication see it.</param>
/// <param name="Changed">When its tags were last changed.</param>
/// <param name="Replication">How its replication stands.</param>
internal sealed record VersionRow(
    long Id, string VersionId, bool IsLatest, bool IsDeleteMarker, string ETag, long Body, long Rank, long Changed,
    VersionReplication Replication)
{
    /// <summary>Whether this version is newer than another one of its key.</summary>
    public bool IsNewerThan(long rank, string versionId) =>
        Rank > rank || (Rank == rank && string.CompareOrdinal(VersionId, versionId) > 0);
}
