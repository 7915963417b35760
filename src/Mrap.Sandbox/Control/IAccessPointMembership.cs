using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <summary>Tells which buckets access points hold on to (AWS page "DeleteBucket").</summary>
internal interface IAccessPointMembership
{
    /// <summary>
    /// The access point of the bucket's own account that the bucket is a member of, which forbids deleting it; null when there is none.
    /// </summary>
    /// <param name="owner">The account that owns the bucket.</param>
    AccessPointName? HeldBy(BucketName bucket, AccountId owner);
}
