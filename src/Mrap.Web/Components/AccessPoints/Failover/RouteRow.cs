using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.AccessPoints.Failover;

/// <summary>A Region of an access point as it is and as it shall be.</summary>
/// <param name="IsActive">Whether it takes traffic now.</param>
/// <param name="IsWished">Whether it shall take traffic.</param>
/// <param name="Health">How it is.</param>
/// <param name="Share">Its predicted share of clients, 0 to 1.</param>
/// <param name="ShareAfter">The same afterwards; null while the change is not allowed.</param>
/// <param name="Colour">Its colour, as a CSS value.</param>
public sealed record RouteRow(
    RegionId Region, BucketName Bucket, bool IsActive, bool IsWished, RegionHealth Health, double Share, double? ShareAfter, string Colour)
{
    /// <summary>The name of the Region.</summary>
    public string Name => RegionCatalog.ShortNameOf(Region);

    /// <summary>Whether it would change.</summary>
    public bool IsChanged => IsActive != IsWished;
}
