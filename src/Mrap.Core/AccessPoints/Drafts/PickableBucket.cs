using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>One row of the bucket picker.</summary>
/// <param name="Region">Its Region, or null when the service did not tell.</param>
/// <param name="IsChosen">Whether the draft has it.</param>
/// <param name="WhyNot">Why it cannot be chosen; null when it can, or is.</param>
public sealed record PickableBucket(BucketName Bucket, RegionId? Region, bool IsChosen, string? WhyNot);
