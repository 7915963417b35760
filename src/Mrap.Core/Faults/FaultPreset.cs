using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Faults;

/// <summary>Faults that belong together and have a name.</summary>
/// <param name="Id">The name in addresses and drills, such as <c>slow-pacific</c>.</param>
/// <param name="Title">The name on the page.</param>
/// <param name="Effect">What clients will notice: a sentence.</param>
/// <param name="Changes">What is set in which Region; what it does not name stays.</param>
public sealed record FaultPreset(
    string Id, string Title, string Effect, ImmutableSortedDictionary<RegionId, RegionConditionDocument> Changes)
{
    /// <summary>The presets that need no choice of a Region.</summary>
    public static ImmutableArray<FaultPreset> All { get; } =
    [
        Of(
            "slow-pacific", "Slow Pacific",
            "Every Region around the western Pacific answers 150 ms later, give or take 50. It still takes traffic.",
            new RegionConditionDocument("degraded", LatencyMs: 150, JitterMs: 50),
            "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2"),
        Of(
            "flaky-europe", "Flaky Europe",
            "One request in five fails in the European Regions. Clients that retry notice delay, others notice errors.",
            new RegionConditionDocument("degraded", ErrorRate: 0.2),
            "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3"),
        Of(
            "control-plane-lost", "Control plane lost",
            "Oregon is down, and with it the only endpoint that manages access points. Routes still change at the other four.",
            new RegionConditionDocument("down"),
            RegionCatalog.Management.Value),
        Of(
            "replication-stopped", "Replication stopped",
            "Nothing replicates out of any Region: what is written stays where it was written until it is started again.",
            new RegionConditionDocument(Replication: "paused"),
            [.. RegionCatalog.AccessPointCapable.Select(region => region.Id.Value)]),
        Of(
            "clock-off", "Clock off in N. Virginia",
            "The clock of N. Virginia is twenty minutes ahead: it refuses signed requests with RequestTimeTooSkewed.",
            new RegionConditionDocument("degraded", ClockSkewSeconds: 1200),
            "us-east-1"),
    ];

    /// <summary>One Region, lost.</summary>
    /// <param name="region">The Region.</param>
    /// <returns>The preset.</returns>
    public static FaultPreset Isolated(RegionId region) => Of(
        "region-isolated", $"{RegionCatalog.ShortNameOf(region)} isolated",
        "The Region is down with its data, its S3 endpoint and its S3 Control endpoint.",
        new RegionConditionDocument("down"),
        region.Value);

    /// <summary>What the conditions become.</summary>
    /// <param name="conditions">The conditions so far.</param>
    /// <returns>The conditions afterwards.</returns>
    public FleetConditions Apply(FleetConditions conditions) => Changes.Aggregate(
        conditions, (all, change) => all.With(change.Key, change.Value.Apply(all.Of(change.Key)).Value));

    private static FaultPreset Of(
        string id, string title, string effect, RegionConditionDocument change, params IEnumerable<string> regions) =>
        new(id, title, effect, regions.ToImmutableSortedDictionary(region => RegionId.Parse(region).Value, _ => change));
}
