using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Metrics;

/// <summary>A bucket and the Region it is in.</summary>
public sealed record BucketPlace(BucketName Bucket, RegionId Region)
{
    /// <summary>The place of a member of an access point.</summary>
    /// <returns>The place.</returns>
    public static BucketPlace Of(MemberBucket member) => new(member.Bucket, member.Region);
}
