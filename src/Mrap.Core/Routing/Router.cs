using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>Decides which Region serves a request and explains it (AWS page "Multi-Region Access Point request routing").</summary>
/// <remarks>
/// A route is eligible when it is active, its Region is not down and its latency is known. With L the least latency of the eligible
/// routes, those within 5 ms of L tie, and the lowest Region code among them is chosen.
/// What the bucket holds plays no part.
/// </remarks>
public static class Router
{
    /// <summary>Decides and explains.</summary>
    /// <param name="vantage">Where the client is.</param>
    /// <param name="table">The routes.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <returns>The decision; it has no chosen candidate when every active Region is down.</returns>
    public static RoutingDecision Route(Vantage vantage, RouteTable table, FleetHealth health)
    {
        var candidates = table.Routes
            .Select(
                route =>
                    new RoutingCandidate(
                        route, LatencyModel.Between(vantage, route.Region), health.Of(route.Region), IsChosen: false, string.Empty))
            .OrderBy(candidate => candidate.Latency?.Milliseconds ?? double.MaxValue)
            .ThenBy(candidate => candidate.Region)
            .ToImmutableArray();
        var nearest = candidates.FirstOrDefault(candidate => candidate.IsEligible);
        var chosen = nearest is null ? null : candidates.Where(candidate => Ties(candidate, nearest)).MinBy(candidate => candidate.Region);
        var explained = candidates.Select(candidate => candidate with
        {
            IsChosen = ReferenceEquals(candidate, chosen),
            Reason = Reason(candidate, nearest, chosen),
        }).ToImmutableArray();
        var winner = explained.FirstOrDefault(candidate => candidate.IsChosen);
        return new RoutingDecision(vantage, explained, winner, Explain(vantage, winner));
    }

    private static bool Ties(RoutingCandidate candidate, RoutingCandidate nearest) =>
        candidate.IsEligible && Milliseconds(candidate) <= Milliseconds(nearest) + LatencyModel.TieBandMilliseconds;

    private static double Milliseconds(RoutingCandidate candidate) => candidate.Latency!.Value.Milliseconds;

    private static string Reason(RoutingCandidate candidate, RoutingCandidate? nearest, RoutingCandidate? chosen)
    {
        if (!candidate.Route.IsActive)
        {
            return "passive: takes no traffic until it is made active";
        }

        if (candidate.Health == RegionHealth.Down)
        {
            return "active, but the Region is down";
        }

        if (candidate.Latency is null)
        {
            return "active, but the network model does not know the Region";
        }

        // INVARIANT: an eligible candidate exists from here on, so there is a nearest and a chosen one
        if (ReferenceEquals(candidate, chosen))
        {
            return ReferenceEquals(candidate, nearest)
                ? "the nearest active Region" + Degraded(candidate)
                : $"within {Show(LatencyModel.TieBandMilliseconds)} of {nearest!.Region}, which counts as a tie, and first by Region code"
                    + Degraded(candidate);
        }

        return Ties(candidate, nearest!)
            ? $"ties with {chosen!.Region}, which comes first by Region code"
            : $"active, but {Show(Milliseconds(candidate) - Milliseconds(chosen!))} slower than {chosen!.Region}";
    }

    private static string Degraded(RoutingCandidate candidate) =>
        candidate.Health == RegionHealth.Degraded ? ", though degraded" : string.Empty;

    private static string Explain(Vantage vantage, RoutingCandidate? winner) => winner is null
        ? $"no Region serves {vantage.Name}: every active Region is down"
        : $"{RegionCatalog.ShortNameOf(winner.Region)} ({winner.Region}) serves {vantage.Name}: {winner.Reason}";

    private static string Show(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.#} ms");
}
