using Mrap.Aws.Feeds;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>How the Regions are, for everything that predicts or shows where requests go.</summary>
/// <param name="source">Who tells.</param>
/// <param name="time">The clock.</param>
public sealed class FleetHealthFeed(IFleetHealthSource source, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_unknownInterval = TimeSpan.FromMinutes(10);

    /// <summary>Whether anybody tells; otherwise every Region counts as up.</summary>
    public bool IsKnown => source.IsKnown;

    /// <summary>The health that was read last; everything up before the first reading.</summary>
    public FleetHealth Current => Feed.Current?.Value ?? FleetHealth.AllUp;

    /// <summary>The readings.</summary>
    public Feed<FleetHealth> Feed { get; } =
        new(source.ReadAsync, _ => source.IsKnown ? s_interval : s_unknownInterval, time);

    /// <inheritdoc/>
    public void Dispose() => Feed.Dispose();
}
