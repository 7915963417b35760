using Mrap.Core.Routing;

namespace Mrap.Core.Faults;

/// <summary>How a Region of the sandbox fares, as set by the person who runs it.</summary>
/// <param name="State">Its health. A Region that is down refuses everything, its S3 Control endpoint too.</param>
/// <param name="LatencyMs">Milliseconds added to each request, 0 to 60,000.</param>
/// <param name="JitterMs">The most milliseconds added or taken at random, 0 to 60,000.</param>
/// <param name="ErrorRate">The share of requests that fail, 0 to 1.</param>
/// <param name="IsReplicationPaused">Whether replication out of the Region stands still.</param>
/// <param name="ClockSkewSeconds">How far its clock is ahead of the machine's in seconds, -86,400 to 86,400; below 0 it is behind.</param>
public readonly record struct RegionCondition(
    RegionHealth State, double LatencyMs, double JitterMs, double ErrorRate, bool IsReplicationPaused, double ClockSkewSeconds = 0)
{
    /// <summary>The most milliseconds of latency and jitter.</summary>
    public const double MaxMilliseconds = 60_000;

    /// <summary>The most seconds that a clock is off.</summary>
    public const double MaxSkewSeconds = 86_400;

    /// <summary>A Region without troubles.</summary>
    public static RegionCondition Sound { get; } = new(RegionHealth.Up, 0, 0, 0, IsReplicationPaused: false);

    /// <summary>Whether anything is wrong with it.</summary>
    public bool IsFaulty => this != Sound;
}
