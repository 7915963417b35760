using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Says which Region would serve a request and why. For AWS it is a prediction: the real network is not asked.</summary>
/// <param name="getRoutes">Reads the routes.</param>
public sealed class ExplainRoute(GetRoutes getRoutes)
{
    /// <summary>Explains with routes read now and every Region up.</summary>
    /// <param name="vantage">Where the client stands.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The decision with every candidate, or why the routes could not be read.</returns>
    public async Task<Outcome<RoutingDecision>> ExecuteAsync(
        AccessPoint accessPoint, Vantage vantage, CancellationToken cancellationToken) =>
        (await getRoutes.ExecuteAsync(accessPoint, cancellationToken)).TryGet(out var routes, out var fault)
            ? Explain(routes, vantage, FleetHealth.AllUp)
            : fault;

    /// <summary>Explains with routes already read.</summary>
    /// <param name="vantage">Where the client stands.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <returns>The decision with every candidate.</returns>
    public static RoutingDecision Explain(RouteTable routes, Vantage vantage, FleetHealth health) => Router.Route(vantage, routes, health);
}
