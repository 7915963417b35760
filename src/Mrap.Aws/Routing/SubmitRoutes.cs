using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Changes the routes of an access point.</summary>
/// <param name="getRoutes">Reads the routes, so that nobody changes what they did not see.</param>
/// <param name="fleet">Tells which Regions are down.</param>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
/// <param name="time">The clock, for a Region that does not answer.</param>
public sealed class SubmitRoutes(AwsClients clients, GetRoutes getRoutes, FleetConditionsFeed fleet, ChangeGate gate, TimeProvider time)
{
    /// <summary>Changes the routes that differ, which takes an operator. A change that is not allowed is refused before any call.</summary>
    /// <param name="now">The routes as the person saw them. When they have changed since, nothing is done.</param>
    /// <param name="desired">The routes as they shall be, over the same buckets.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The desired routes once the service took them, or why it did not. All vantages see them within about two minutes.</returns>
    public Task<Outcome<SubmittedRoutes>> ExecuteAsync(
        AccessPoint accessPoint, RouteTable now, RouteTable desired, CancellationToken cancellationToken) =>
        gate.PassAsync(
            new Change(
                ChangeAction.ChangeRoutes, accessPoint.Name.Value, accessPoint.Name.Value, RouteTableText.Of(now),
                RouteTableText.Of(desired)),
            () => SubmitAsync(accessPoint, now, desired, cancellationToken));

    /// <summary>
    /// The route Regions in the order in which they are called: those that do not become passive first (Amazon S3 User Guide, "Amazon S3
    /// Multi-Region Access Points failover controls"), and those known to be down last of all.
    /// </summary>
    /// <param name="desired">The routes as they shall be.</param>
    /// <param name="health">How the Regions are.</param>
    /// <returns>The five Regions.</returns>
    public static ImmutableArray<RegionId> Order(RouteTable desired, FleetHealth health) =>
    [
        .. RegionCatalog.RouteControl
            .OrderBy(region => health.Of(region) == RegionHealth.Down ? 1 : 0)
            .ThenBy(region => desired.Find(region) is { IsActive: false } ? 1 : 0),
    ];

    private async Task<Outcome<SubmittedRoutes>> SubmitAsync(
        AccessPoint accessPoint, RouteTable now, RouteTable desired, CancellationToken cancellationToken)
    {
        var whatFailed = $"The routes of `{accessPoint.Name}` were not changed.";
        var updates = now.UpdatesTo(desired);
        if (updates.IsEmpty)
        {
            return new SubmittedRoutes(desired, AnsweredBy: null, []);
        }

        if (now.Apply(updates) is RouteUpdateOutcome.Refused refused)
        {
            return AwsFaults.FromRule(whatFailed, refused.Fault);
        }

        if (!(await getRoutes.ExecuteAsync(accessPoint, cancellationToken)).TryGet(out var current, out var unread))
        {
            return unread with { WhatHappened = whatFailed };
        }

        if (!current.Equals(now))
        {
            return new AwsFault(
                ConsoleFaultCodes.RoutesChanged,
                whatFailed,
                "Somebody else changed them after this page had read them.",
                "Look at the routes as they are now, then decide again.");
        }

        return await SendAsync(accessPoint, desired, updates, whatFailed, cancellationToken);
    }

    private async Task<Outcome<SubmittedRoutes>> SendAsync(
        AccessPoint accessPoint, RouteTable desired, ImmutableArray<RouteUpdate> updates, string whatFailed,
        CancellationToken cancellationToken)
    {
        var request = new SubmitMultiRegionAccessPointRoutesRequest
        {
            AccountId = accessPoint.Owner.Value,
            Mrap = accessPoint.Arn.ToString(),
            RouteUpdates = [
                .. updates.Select(
                    update =>
                        new MultiRegionAccessPointRoute { Bucket = update.Bucket?.Value, TrafficDialPercentage = update.Percentage })],
        };
        var answer = await RouteRegions.TryEachAsync(
            Order(desired, fleet.Health),
            whatFailed,
            (region, token) =>
                AwsCall.InvokeAsync(whatFailed, () => clients.Control(region).SubmitMultiRegionAccessPointRoutesAsync(request, token)),
            time,
            cancellationToken);
        return answer.TryGet(out var taken, out var fault) ? new SubmittedRoutes(desired, taken.Region, taken.Silent) : fault;
    }
}
