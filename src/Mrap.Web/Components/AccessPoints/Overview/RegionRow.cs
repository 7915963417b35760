using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>A Region of an access point as tables show it.</summary>
/// <param name="Region">Which Region.</param>
/// <param name="Bucket">The bucket there.</param>
/// <param name="IsActive">Whether requests go there.</param>
/// <param name="Health">How it is: a Region that is down is never chosen.</param>
/// <param name="Share">The predicted share of clients, 0 to 1 in whole percents; those of all rows add up to 1.</param>
/// <param name="Cities">How many cities of the catalog it serves.</param>
/// <param name="MeanMilliseconds">The predicted mean round trip of its clients; null when it serves none.</param>
/// <param name="Colour">Its colour, as a CSS value.</param>
public sealed record RegionRow(
    RegionId Region, string Name, BucketName Bucket, bool IsActive, RegionHealth Health, double Share, int Cities, double? MeanMilliseconds,
    string Colour)
{
    /// <summary>Whether it answers.</summary>
    public bool IsDown => Health == RegionHealth.Down;
}
