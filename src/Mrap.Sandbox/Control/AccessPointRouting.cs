using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Control;

/// <summary>
/// Picks the Region that serves a request to an access point (AWS page "Multi-Region Access Point request routing"). What the bucket there
/// holds plays no part.
/// </summary>
internal sealed class AccessPointRouting(ControlState state, RegionConditions conditions, SandboxOptions options, TimeProvider time)
{
    /// <summary>Routes a request.</summary>
    /// <param name="aliasText">The alias as it stands in the address.</param>
    /// <param name="vantage">Where the client is.</param>
    /// <exception cref="ServiceException">There is no such access point, or no active Region can serve.</exception>
    public ServedRoute Route(string aliasText, Vantage vantage)
    {
        var record = Serving(aliasText) ?? throw ServiceException.Of(AccessPointFaults.NoSuchAccessPoint());
        var seen = record.SeenFrom(vantage, time.GetUtcNow(), options.RoutePropagation);
        return seen.Ready(conditions.Health).TryChoose(vantage, out var route)
            ? new ServedRoute(record, vantage, route)
            : throw ServiceErrors.ServiceUnavailable();
    }

    /// <summary>The access point of an alias when it takes requests; null when it does not.</summary>
    public AccessPointRecord? Serving(string aliasText) =>
        AccessPointAlias.Parse(aliasText).TryGet(out var alias)
            && state.Find(alias) is { Point.Status: AccessPointStatus.Ready or AccessPointStatus.InconsistentAcrossRegions } record
            ? record
            : null;

    /// <summary>The routing decision with its reasons, as it would fall now.</summary>
    public RoutingDecision Explain(AccessPointRecord record, Vantage vantage) =>
        Router.Route(vantage, record.SeenFrom(vantage, time.GetUtcNow(), options.RoutePropagation).Table, conditions.Health);
}
