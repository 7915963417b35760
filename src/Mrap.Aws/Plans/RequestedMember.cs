using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Aws.Plans;

/// <summary>A bucket that the creation of an access point asked for.</summary>
/// <param name="Region">Its Region; null when this console did not make the request, which names buckets only.</param>
/// <param name="Account">The account that owns it; null for the one that creates the access point.</param>
public sealed record RequestedMember(BucketName Bucket, RegionId? Region, AccountId? Account)
{
    /// <summary>The bucket and its Region in words, with the names in backticks.</summary>
    public override string ToString() => Region is { } region
        ? $"`{Bucket}` in {RegionCatalog.ShortNameOf(region)} (`{region}`)"
        : $"`{Bucket}`";
}
