using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;

namespace Mrap.Core.Replication.Planning;

/// <summary>What matters about a bucket that replicates or is replicated to.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Configuration">Its configuration; <see cref="ReplicationConfiguration.None"/> when it has none.</param>
/// <param name="IsVersioned">Whether versioning is enabled.</param>
/// <param name="HasObjectLock">Whether Object Lock is enabled.</param>
/// <param name="IsRequesterPays">Whether requesters pay.</param>
/// <param name="Encryption">Its default encryption, such as <c>AES256</c> or <c>aws:kms</c>; empty for none.</param>
public sealed record BucketReplication(
    MemberBucket Member,
    Fact<ReplicationConfiguration> Configuration,
    Fact<bool> IsVersioned,
    Fact<bool> HasObjectLock,
    Fact<bool> IsRequesterPays,
    Fact<string> Encryption)
{
    /// <summary>Its name.</summary>
    public BucketName Bucket => Member.Bucket;
}
