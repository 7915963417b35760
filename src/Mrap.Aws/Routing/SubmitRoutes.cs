using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Changes the routes of an access point.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class SubmitRoutes(IAwsClients clients, ChangeGate gate)
{
    /// <summary>Changes the routes that differ, which takes an operator. A change that is not allowed is refused before any call.</summary>
    /// <param name="now">The routes as they are.</param>
    /// <param name="desired">The routes as they shall be, over the same buckets.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The desired routes once the service took them, or why it did not. All vantages see them within about two minutes.</returns>
    public Task<Outcome<RouteTable>> ExecuteAsync(
        AccessPoint accessPoint, RouteTable now, RouteTable desired, CancellationToken cancellationToken) =>
        gate.PassAsync(
            new Change(ChangeAction.ChangeRoutes, accessPoint.Name.Value, accessPoint.Name.Value, Text(now), Text(desired)),
            () => SubmitAsync(accessPoint, now, desired, cancellationToken));

    /// <summary>
    /// The route Regions in the order in which they are called: those that do not become passive first (Amazon S3 User Guide, "Amazon S3
    /// Multi-Region Access Points failover controls").
    /// </summary>
    /// <param name="desired">The routes as they shall be.</param>
    /// <returns>The five Regions.</returns>
    internal static ImmutableArray<RegionId> Order(RouteTable desired) =>
        [.. RegionCatalog.RouteControl.OrderBy(region => desired.Find(region) is { IsActive: false } ? 1 : 0)];

    private static string Text(RouteTable routes) =>
        string.Join('\n', routes.Routes.Select(route => $"{route.Region} {route.Bucket} {route.Dial}"));

    private async Task<Outcome<RouteTable>> SubmitAsync(
        AccessPoint accessPoint, RouteTable now, RouteTable desired, CancellationToken cancellationToken)
    {
        var whatFailed = $"The routes of `{accessPoint.Name}` were not changed.";
        var updates = now.UpdatesTo(desired);
        if (updates.IsEmpty)
        {
            return desired;
        }

        if (now.Apply(updates) is RouteUpdateOutcome.Refused refused)
        {
            return AwsFaults.FromRule(whatFailed, refused.Fault);
        }

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
            Order(desired),
            region =>
                AwsCall.InvokeAsync(
                    whatFailed, () => clients.Control(region).SubmitMultiRegionAccessPointRoutesAsync(request, cancellationToken)));
        return answer.TryGet(out _, out var fault) ? desired : fault;
    }
}
