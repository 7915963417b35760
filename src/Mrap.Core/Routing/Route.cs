using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>One row of a route table.</summary>
/// <param name="Bucket">The member bucket.</param>
/// <param name="Region">The Region of the bucket.</param>
/// <param name="Dial">Active or passive.</param>
public sealed record Route(BucketName Bucket, RegionId Region, TrafficDial Dial)
{
    /// <summary>Whether the Region takes traffic.</summary>
    public bool IsActive => Dial.IsActive;
}
