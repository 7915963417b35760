using Mrap.Aws.Metrics;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Web.Components.AccessPoints.Metrics;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Components.Dashboard;

/// <summary>The small charts of an access point.</summary>
/// <param name="Requests">Its requests by Region.</param>
/// <param name="Backlog">What waits for replication; null when no rule publishes metrics.</param>
public sealed record DashboardChart(AccessPointName Name, Plot Requests, Plot? Backlog)
{
    /// <summary>Makes them.</summary>
    public static DashboardChart Of(AccessPointName name, AccessPointMetrics metrics)
    {
        var flows = new ReplicationPlots(metrics.Window, metrics.Replication, region: null, []);
        return new DashboardChart(
            name, MetricPlots.Of(metrics, region: null, []).ByRegion(S3Metrics.AllRequests), flows.IsKnown ? flows.Backlog() : null);
    }
}
