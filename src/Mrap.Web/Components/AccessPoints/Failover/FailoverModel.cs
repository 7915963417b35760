using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Web.Look;

namespace Mrap.Web.Components.AccessPoints.Failover;

/// <summary>What the failover tab shows of routes and what somebody is about to make of them.</summary>
/// <param name="Draft">What somebody is about to change.</param>
/// <param name="Health">How the Regions are.</param>
/// <param name="Rows">One row a Region, by Region code.</param>
/// <param name="Wished">The routes as they shall be; those of now while the change is not allowed.</param>
/// <param name="Refusal">Why the change is not allowed, in AWS's words; null when it is.</param>
/// <param name="Effect">What clients would notice; null while nothing changes or the change is not allowed.</param>
public sealed record FailoverModel(
    RouteDraft Draft, FleetHealth Health, ImmutableArray<RouteRow> Rows, RouteTable Wished, ServiceFault? Refusal, WhatIf? Effect)
{
    /// <summary>Whether there is a change that can be made.</summary>
    public bool CanSubmit => Effect is not null;

    /// <summary>The Regions that take traffic now and could give it up.</summary>
    public IEnumerable<RouteRow> Active => Rows.Where(row => row.IsActive);

    /// <summary>The Regions that could take it over.</summary>
    public IEnumerable<RouteRow> Passive => Rows.Where(row => !row.IsActive);

    /// <summary>Works it out.</summary>
    public static FailoverModel Of(RouteDraft draft, FleetHealth health)
    {
        var (now, refusal) = (draft.Now, (draft.Outcome as RouteUpdateOutcome.Refused)?.Fault);
        var wished = draft.Outcome is RouteUpdateOutcome.Applied applied ? applied.Table : now;
        var effect = draft.IsEmpty || refusal is not null ? null : WhatIf.Compare(now, health, wished, health);
        var shares = effect?.Before.Shares ?? PredictedShares.Predict(now, health);
        var pending = draft.Pending.Select(route => route.Region).ToHashSet();
        return new FailoverModel(
            draft,
            health,
            [
                .. now.Routes.Select(
                    (route, index) => new RouteRow(
                        route.Region,
                        route.Bucket,
                        route.IsActive,
                        route.IsActive != pending.Contains(route.Region),
                        health.Of(route.Region),
                        shares.ShareOf(route.Region),
                        refusal is null ? (effect?.After.Shares ?? shares).ShareOf(route.Region) : null,
                        RegionColours.Of(index))),
            ],
            wished,
            refusal,
            effect);
    }
}
