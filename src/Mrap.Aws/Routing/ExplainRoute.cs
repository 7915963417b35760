using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Says which Region would serve a request and why. For AWS it is a prediction: the real network is not asked.</summary>
/// <param name="getRoutes">Reads the routes.</param>
/// <param name="fleet">Tells how the Regions are.</param>
public sealed class ExplainRoute(GetRoutes getRoutes, IFleetConditionsSource fleet)
{
    /// <summary>Explains with the routes and the health of the Regions as they are now.</summary>
    /// <param name="vantage">Where the client stands.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The decision with every candidate, or why routes or health could not be read.</returns>
    public async Task<Outcome<RoutingDecision>> ExecuteAsync(
        AccessPoint accessPoint, Vantage vantage, CancellationToken cancellationToken)
    {
        if (!(await getRoutes.ExecuteAsync(accessPoint, cancellationToken)).TryGet(out var routes, out var fault)
            || !(await fleet.ReadAsync(cancellationToken)).TryGet(out var conditions, out fault))
        {
            return fault;
        }

        return Explain(routes, vantage, conditions.Health);
    }

    /// <summary>Explains with routes already read.</summary>
    /// <param name="vantage">Where the client stands.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <returns>The decision with every candidate.</returns>
    public static RoutingDecision Explain(RouteTable routes, Vantage vantage, FleetHealth health) => Router.Route(vantage, routes, health);
}
