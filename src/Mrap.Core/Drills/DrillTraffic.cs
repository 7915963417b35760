using System.Collections.Immutable;
using Mrap.Core.Traffic;

namespace Mrap.Core.Drills;

/// <summary>The traffic of a drill, the same in every phase.</summary>
/// <param name="Places">Where it comes from: 1 to <see cref="MaxPlaces"/> places, each named once, in the order of the plan.</param>
/// <param name="RequestsPerSecond">From all places together, 1 to <see cref="MaxRequestsPerSecond"/>.</param>
/// <param name="ReadShare">The share of requests that read, 0 (all write) to 1 (all read).</param>
/// <param name="Keys">How many different keys are read and written, 1 to <see cref="MaxKeys"/>.</param>
/// <param name="ObjectBytes">The size of each object in bytes, 0 to <see cref="MaxObjectBytes"/>.</param>
public sealed record DrillTraffic(
    ImmutableArray<DrillPlace> Places, int RequestsPerSecond, double ReadShare, int Keys, int ObjectBytes)
{
    /// <summary>The most places.</summary>
    public const int MaxPlaces = 20;

    /// <summary>The most requests per second.</summary>
    public const int MaxRequestsPerSecond = TrafficPlan.MaxRequestsPerSecond;

    /// <summary>The most keys.</summary>
    public const int MaxKeys = TrafficPlan.MaxKeys;

    /// <summary>The largest object: 64 MiB.</summary>
    public const int MaxObjectBytes = TrafficPlan.MaxObjectBytes;
}
