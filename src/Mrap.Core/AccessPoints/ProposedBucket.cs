using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>A bucket that a new access point is to have, with what is known of it.</summary>
/// <param name="Region">Where it is; null when it does not exist, or not in the account that the request names.</param>
public sealed record ProposedBucket(BucketName Bucket, RegionId? Region);
