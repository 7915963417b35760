using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Plans;

/// <summary>A bucket for a new access point.</summary>
/// <param name="Region">Its Region; where to create it when it is to be created.</param>
/// <param name="Create">Whether to create the bucket first.</param>
/// <param name="EnableVersioning">Whether to enable versioning, which replication needs.</param>
/// <param name="Account">The account that owns the bucket; null for the one that creates the access point.</param>
public sealed record BucketChoice(BucketName Bucket, RegionId Region, bool Create, bool EnableVersioning, AccountId? Account = null);
