using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>What to change in the condition of a Region of the sandbox. What is null stays as it is; something is not null.</summary>
/// <param name="Region">The Region.</param>
/// <param name="State">Up, degraded or down.</param>
/// <param name="Latency">Added to each request, 0 to 60 s.</param>
/// <param name="Jitter">Added or taken at random at most, 0 to 60 s.</param>
/// <param name="ErrorRate">The share of requests that fail, 0 to 1.</param>
/// <param name="IsReplicationPaused">Whether replication out of the Region stands still.</param>
public sealed record DrillRegionChange(
    RegionId Region, RegionHealth? State, TimeSpan? Latency, TimeSpan? Jitter, double? ErrorRate, bool? IsReplicationPaused)
{
    /// <summary>The most that can be added to a request: 60 s.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromSeconds(60);
}
