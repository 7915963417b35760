using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>A bucket behind an access point; there is one per Region (AWS page "CreateMultiRegionAccessPoint").</summary>
/// <param name="Region">The Region it is in, which the service finds out from the bucket.</param>
/// <param name="BucketAccount">The account that owns the bucket, not necessarily the one that owns the access point.</param>
public sealed record MemberBucket(BucketName Bucket, RegionId Region, AccountId BucketAccount);
