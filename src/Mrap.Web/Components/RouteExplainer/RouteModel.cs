using System.Globalization;
using Mrap.Core.Maps;
using Mrap.Core.Routing;
using Mrap.Web.Components.AccessPoints.Overview;
using Mrap.Web.Components.Map;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.RouteExplainer;

/// <summary>What the explainer shows of one access point.</summary>
/// <param name="Health">How the Regions are.</param>
/// <param name="Decision">Where the request goes; null while no place is given.</param>
/// <param name="Scene">The same on the map.</param>
/// <param name="Summary">The map in words.</param>
public sealed record RouteModel(FleetHealth Health, RoutingDecision? Decision, MapScene Scene, string Summary)
{
    private const double Radius = 9;
    private const double PlaceRadius = 4;

    /// <summary>Works it out.</summary>
    public static RouteModel Of(RouteTable routes, FleetHealth health, Vantage? from)
    {
        var overview = OverviewModel.Of(routes, health);
        var decision = from is null ? null : Router.Route(from, routes, health);
        var scene = OverviewScene.Of(overview, selected: null, decision);
        return new RouteModel(
            health,
            decision,
            scene with
            {
                Regions = [.. scene.Regions.Select(region => region with { Radius = Radius, Note = NoteOf(region, decision) })],
                Clients = from is null ? [] : [Place(from)],
                Arcs = decision is null ? [] : scene.Arcs,
            },
            decision is null ? "World map of the Regions of the access point." : $"World map. {Sentence(decision)}");
    }

    /// <summary>The explanation as a sentence.</summary>
    public static string Sentence(RoutingDecision decision) =>
        $"{char.ToUpper(decision.Explanation[0], CultureInfo.CurrentCulture)}{decision.Explanation[1..]}.";

    /// <summary>The shell line that asks the sandbox the same.</summary>
    /// <param name="url">The sandbox's address, without a slash at its end.</param>
    public static string CurlLine(string url, RouteState state)
    {
        var query = ConsoleUrls.WithQuery(
            "/_sandbox/route", ("accessPoint", state.AccessPoint), ("vantage", state.From?.Id), ("key", state.Key));
        return $"curl -s '{url}{query}'";
    }

    private static string NoteOf(MapRegion region, RoutingDecision? decision) => region.State switch
    {
        MapRegionState.Down => "down",
        MapRegionState.Passive => "passive",
        _ when decision?.Candidates.FirstOrDefault(candidate => candidate.Region == region.Id)?.Latency is { } latency =>
            $"{latency.Milliseconds.ToString("N0", CultureInfo.CurrentCulture)} ms",
        _ => string.Empty,
    };

    private static MapClient Place(Vantage from) => new(
        from.Id, from.Name, MapProjection.Project(from.Position), PlaceRadius, ServedBy: null, "var(--accent)", IsAsked: true);
}
