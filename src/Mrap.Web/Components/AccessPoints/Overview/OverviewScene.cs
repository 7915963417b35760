using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>Draws the overview's model as a scene of the map.</summary>
public static class OverviewScene
{
    private const double SmallestHalo = 6;
    private const double FullHalo = 30;
    private const double SmallestDot = 1.3;
    private const double DotPerRootMillion = 0.42;
    private const double LargerDots = 1.25;
    private const int LargestPlaces = 10;
    private const double ThinnestArc = 0.9;
    private const double WidthPerRootMillion = 0.2;

    /// <summary>
    /// The scene. A selected Region shows the curves from the cities it serves; a question shows the one curve from its vantage to the
    /// Region that answers; without either, traffic flows from the largest places. The layer of replication shows its curves alone.
    /// </summary>
    public static MapScene Of(
        OverviewModel model, RegionId? selected, RoutingDecision? question, OverviewLayer layer = OverviewLayer.Traffic,
        ImmutableArray<MapArc> replication = default)
    {
        var clients = new ClientDots(model, layer);
        return new MapScene(
            [.. model.Rows.Where(row => RegionCatalog.Find(row.Region) is not null).OrderBy(row => row.Region).Select(Region)],
            layer == OverviewLayer.Replication ? [] : clients.With(question?.Vantage),
            layer != OverviewLayer.Replication ? [.. Arcs(model, selected, question, layer)]
                : replication.IsDefault ? []
                : replication);
    }

    /// <summary>The radius of a dot for people, in units of the view box.</summary>
    internal static double DotOf(double populationMillions, OverviewLayer layer) =>
        (SmallestDot + (DotPerRootMillion * Math.Sqrt(populationMillions))) * (layer == OverviewLayer.Latency ? LargerDots : 1);

    private static MapRegion Region(RegionRow row)
    {
        var (note, spoken) = row switch
        {
            { IsDown: true } => ("down", $"{row.Name}, {row.Region}, down, no clients"),
            { IsActive: false } => ("passive", $"{row.Name}, {row.Region}, passive"),
            _ => (DisplayFormat.Percent(row.Share), Active(row)),
        };
        return new MapRegion(
            row.Region,
            row.Name,
            note,
            spoken,
            MapProjection.Project(RegionCatalog.Find(row.Region)!.Position),
            Math.Max(SmallestHalo, Math.Sqrt(row.Share) * FullHalo),
            row.IsActive || row.IsDown ? RegionHealthStates.OnMap(row.Health) : MapRegionState.Passive,
            row.Colour,
            [.. Details(row)]);
    }

    private static IEnumerable<string> Details(RegionRow row)
    {
        yield return row.Region.Value;
        yield return row switch
        {
            { IsDown: true } => "down: no client is sent there",
            { IsActive: false } => "passive: kept ready",
            { Health: RegionHealth.Degraded } => "active, though degraded",
            _ => "active",
        };
        if (row is { IsActive: true, IsDown: false })
        {
            yield return $"{DisplayFormat.Percent(row.Share)} of clients, {DisplayFormat.Count(row.Cities, "city", "cities")}";
        }

        if (row.MeanMilliseconds is { } mean)
        {
            yield return $"mean latency {DisplayFormat.Milliseconds(mean)}";
        }
    }

    private static string Active(RegionRow row) =>
        $"{row.Name}, {row.Region}, active{(row.Health == RegionHealth.Degraded ? ", degraded" : string.Empty)}, "
            + $"{DisplayFormat.Percent(row.Share)} of clients, {DisplayFormat.Count(row.Cities, "city", "cities")}";

    private static IEnumerable<MapArc> Arcs(OverviewModel model, RegionId? selected, RoutingDecision? question, OverviewLayer layer)
    {
        if (question is { Chosen: { } chosen } && RegionCatalog.Find(chosen.Region) is { } answer)
        {
            yield return new MapArc(
                "question",
                $"{question.Vantage.Name} to {answer.ShortName}",
                Arc.Between(question.Vantage.Position, answer.Position),
                IsQuiet: false);
        }

        var served = selected is { } region ? model.Forecast.Clients.Where(client => client.Region == region)
            : question is null && layer == OverviewLayer.Traffic
                ? model.Forecast.Clients.Where(client => client.Region is not null)
                    .OrderByDescending(client => client.Client.PopulationMillions).Take(LargestPlaces)
                : [];
        foreach (var client in served)
        {
            if (RegionCatalog.Find(client.Region!.Value) is { } place)
            {
                yield return new MapArc(
                    string.Create(CultureInfo.InvariantCulture, $"{client.Client.Id}>{place.Id}"),
                    $"{client.Client.Name} to {place.ShortName}",
                    Arc.Between(client.Client.Position, place.Position),
                    IsQuiet: selected is not null,
                    Width: ThinnestArc + (WidthPerRootMillion * Math.Sqrt(client.Client.PopulationMillions)));
            }
        }
    }
}
