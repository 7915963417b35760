using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>How a Region fares, as set by the person who runs the sandbox.</summary>
/// <param name="State">Its health.</param>
/// <param name="LatencyMs">Milliseconds added to each request, 0 to 60,000.</param>
/// <param name="JitterMs">The most milliseconds added or taken at random, 0 to 60,000.</param>
/// <param name="ErrorRate">The share of requests that fail, 0 to 1.</param>
/// <param name="IsReplicationPaused">Whether replication out of the Region stands still.</param>
internal sealed record RegionCondition(RegionHealth State, double LatencyMs, double JitterMs, double ErrorRate, bool IsReplicationPaused)
{
    /// <summary>A Region without troubles.</summary>
    public static RegionCondition Sound { get; } = new(RegionHealth.Up, 0, 0, 0, IsReplicationPaused: false);
}
