using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>What is done to the sandbox when a phase begins.</summary>
public abstract record DrillAction
{
    private DrillAction()
    {
    }

    /// <summary>The Regions that lose their traffic by it: those that go down or become passive. In the order of the plan.</summary>
    public abstract ImmutableArray<RegionId> LostRegions { get; }

    /// <summary>Nothing is done.</summary>
    public sealed record None : DrillAction
    {
        /// <inheritdoc/>
        public override ImmutableArray<RegionId> LostRegions => [];
    }

    /// <summary>The conditions of Regions are changed.</summary>
    /// <param name="Changes">One for each Region, at least one.</param>
    public sealed record SetConditions(ImmutableArray<DrillRegionChange> Changes) : DrillAction
    {
        /// <inheritdoc/>
        public override ImmutableArray<RegionId> LostRegions =>
            [.. Changes.Where(change => change.State == RegionHealth.Down).Select(change => change.Region)];
    }

    /// <summary>Routes of the access point are submitted; Regions that are not named keep their dial. A failover is one of these.</summary>
    /// <param name="Changes">One for each Region, at least one.</param>
    public sealed record SubmitRoutes(ImmutableArray<DrillRouteChange> Changes) : DrillAction
    {
        /// <summary>The failover from one Region to another: the second becomes active, the first passive, in one submission.</summary>
        public static SubmitRoutes Failover(RegionId from, RegionId to) =>
            new([new DrillRouteChange(to, TrafficDial.Active), new DrillRouteChange(from, TrafficDial.Passive)]);

        /// <inheritdoc/>
        public override ImmutableArray<RegionId> LostRegions =>
            [.. Changes.Where(change => !change.Dial.IsActive).Select(change => change.Region)];
    }

    /// <summary>The condition of every Region and the dial of every route become what they were when the drill began.</summary>
    public sealed record RestoreEverything : DrillAction
    {
        /// <inheritdoc/>
        public override ImmutableArray<RegionId> LostRegions => [];
    }
}
