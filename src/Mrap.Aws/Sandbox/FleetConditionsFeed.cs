using Mrap.Aws.Feeds;
using Mrap.Core.Faults;
using Mrap.Core.Routing;

namespace Mrap.Aws.Sandbox;

/// <summary>How the Regions are, for everything that predicts or shows where requests go.</summary>
/// <param name="source">Who tells.</param>
/// <param name="time">The clock.</param>
public sealed class FleetConditionsFeed(IFleetConditionsSource source, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_unknownInterval = TimeSpan.FromMinutes(10);

    /// <summary>Whether anybody tells; otherwise every Region counts as up.</summary>
    public bool IsKnown => source.IsKnown;

    /// <summary>The conditions that were read last; all sound before the first reading.</summary>
    public FleetConditions Current => Feed.Current?.Value ?? FleetConditions.AllSound;

    /// <summary>What routing sees of them.</summary>
    public FleetHealth Health => Current.Health;

    /// <summary>The readings.</summary>
    public Feed<FleetConditions> Feed { get; } =
        new(source.ReadAsync, _ => source.IsKnown ? s_interval : s_unknownInterval, time);

    /// <inheritdoc/>
    public void Dispose() => Feed.Dispose();
}
