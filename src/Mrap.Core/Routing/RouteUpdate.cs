using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// A wish to set one route's dial (AWS page "SubmitMultiRegionAccessPointRoutes"). It names the bucket, the Region or both, which must then
/// agree.
/// </summary>
/// <param name="Bucket">The member bucket; null when only the Region is named.</param>
/// <param name="Region">The Region; null when only the bucket is named.</param>
/// <param name="Percentage">The wished dial; anything but 0 and 100 is refused when it is applied.</param>
public sealed record RouteUpdate(BucketName? Bucket, RegionId? Region, int Percentage)
{
    /// <summary>A wish that names the bucket alone, the form that AWS's own samples use.</summary>
    /// <param name="bucket">The member bucket.</param>
    /// <param name="dial">The wished dial.</param>
    /// <returns>The update.</returns>
    public static RouteUpdate Of(BucketName bucket, TrafficDial dial) => new(bucket, Region: null, dial.Percentage);
}
