using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Buckets;

/// <summary>A bucket in a list.</summary>
/// <param name="Region">The Region it is in; null when the service did not tell.</param>
/// <param name="CreatedAt">When it was created; null when the service did not tell.</param>
public sealed record BucketSummary(BucketName Name, RegionId? Region, DateTimeOffset? CreatedAt);
