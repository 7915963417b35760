using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Routing;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Components.AccessPoints.Create;

/// <summary>What an access point that is not made yet would look like on the map.</summary>
public static class DraftScene
{
    /// <summary>
    /// The scene: all Regions active and up, where clients would go; null while there is no bucket with a name and a Region.
    /// </summary>
    public static MapScene? Of(CreateDraft draft)
    {
        var routes = draft.Buckets
            .Select(bucket => BucketName.Parse(bucket.Name).TryGet(out var name) && bucket.Region is { } region
                ? new Core.Routing.Route(name, region, TrafficDial.Active)
                : null)
            .OfType<Core.Routing.Route>()
            .DistinctBy(route => route.Region)
            .Take(RouteTable.MaxRoutes)
            .ToList();
        if (routes.Count == 0)
        {
            return null;
        }

        var model = OverviewModel.Of(RouteTable.Create(routes), FleetHealth.AllUp);
        return OverviewScene.Of(model, selected: null, question: null) with { Arcs = [] };
    }
}
