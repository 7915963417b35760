using System.Collections.Immutable;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Observation;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.Dashboard;

/// <summary>An access point on the dashboard.</summary>
/// <param name="Routes">Its routes; null until they are read, or when it has none yet.</param>
/// <param name="Seen">The requests of the last hour; null when nobody can tell.</param>
/// <param name="Faulty">Its Regions that have a fault.</param>
/// <param name="Operation">What is being done to it; null when nothing is.</param>
public sealed record DashboardRow(
    AccessPoint AccessPoint, RouteTable? Routes, RequestSummary? Seen, ImmutableArray<RegionId> Faulty, OperationSnapshot? Operation)
{
    /// <summary>How it is routed, in words.</summary>
    public string Mode => Routes is not { } routes
        ? "not known yet"
        : (routes.Active.Count(), routes.Routes.Length) switch
        {
            (_, 1) => "One Region",
            (var active, var all) when active == all => "Active-active",
            (1, _) => "Active-passive",
            _ => "Mixed",
        };

    /// <summary>How many of its Regions take requests.</summary>
    public string ActiveText => Routes is { } routes ? $"{routes.Active.Count()} of {routes.Routes.Length} active" : string.Empty;
}
