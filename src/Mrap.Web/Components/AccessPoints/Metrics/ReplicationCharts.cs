using Mrap.Web.Components.Charts;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>The charts of replication, made once for all that shows them.</summary>
/// <param name="Backlog">Operations that wait.</param>
/// <param name="BacklogBytes">Bytes that wait.</param>
/// <param name="Lag">How far destinations are behind.</param>
/// <param name="Failed">Operations that failed.</param>
public sealed record ReplicationCharts(Plot Backlog, Plot BacklogBytes, Plot Lag, Plot Failed)
{
    /// <summary>Makes them.</summary>
    public static ReplicationCharts Of(ReplicationPlots plots) =>
        new(plots.Backlog(), plots.BacklogBytes(), plots.Lag(), plots.Failed());
}
