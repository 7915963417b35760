using System.Globalization;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>Draws the overview's model as a scene of the map.</summary>
public static class OverviewScene
{
    private const double SmallestHalo = 6;
    private const double FullHalo = 30;
    private const double SmallestDot = 1.3;
    private const double DotPerRootMillion = 0.42;

    /// <summary>
    /// The scene. A selected Region shows the curves from the cities it serves; a question shows the one curve from its vantage to the
    /// Region that answers.
    /// </summary>
    public static MapScene Of(OverviewModel model, RegionId? selected, RoutingDecision? question)
    {
        var colours = model.Rows.ToDictionary(row => row.Region, row => row.Colour);
        return new MapScene(
            [.. model.Rows.Where(row => RegionCatalog.Find(row.Region) is not null).OrderBy(row => row.Region).Select(Region)],
            [
                .. model.Forecast.Clients.OrderByDescending(client => client.Client.PopulationMillions).Select(client => Client(client,
                colours))],
            [.. Arcs(model, selected, question)]);
    }

    private static MapRegion Region(RegionRow row)
    {
        var (note, state, spoken) = row switch
        {
            { IsDown: true } => ("down", MapRegionState.Down, $"{row.Name}, {row.Region}, down, no clients"),
            { IsActive: false } => ("passive", MapRegionState.Passive, $"{row.Name}, {row.Region}, passive"),
            _ => (DisplayFormat.Percent(row.Share), MapRegionState.Active, Active(row)),
        };
        return new MapRegion(
            row.Region,
            row.Name,
            note,
            spoken,
            MapProjection.Project(RegionCatalog.Find(row.Region)!.Position),
            Math.Max(SmallestHalo, Math.Sqrt(row.Share) * FullHalo),
            state,
            row.Colour);
    }

    private static string Active(RegionRow row) =>
        $"{row.Name}, {row.Region}, active, {DisplayFormat.Percent(row.Share)} of clients, "
            + $"{DisplayFormat.Count(row.Cities, "city", "cities")}";

    private static MapClient Client(ServedClient client, Dictionary<RegionId, string> colours) => new(
        client.Client.Id,
        client.Region is { } region
            ? $"{client.Client.Name}: {RegionCatalog.ShortNameOf(region)}, {DisplayFormat.Milliseconds(client.Milliseconds)}"
            : $"{client.Client.Name}: no answer",
        MapProjection.Project(client.Client.Position),
        SmallestDot + (DotPerRootMillion * Math.Sqrt(client.Client.PopulationMillions)),
        client.Region,
        client.Region is { } served ? colours[served] : "var(--line-strong)");

    private static IEnumerable<MapArc> Arcs(OverviewModel model, RegionId? selected, RoutingDecision? question)
    {
        if (selected is { } region && RegionCatalog.Find(region) is { } place)
        {
            foreach (var client in model.Forecast.Clients.Where(client => client.Region == region))
            {
                yield return new MapArc(
                    string.Create(CultureInfo.InvariantCulture, $"{client.Client.Id}>{region}"),
                    client.Client.Name,
                    Arc.Between(client.Client.Position, place.Position),
                    IsQuiet: true);
            }
        }

        if (question is { Chosen: { } chosen } && RegionCatalog.Find(chosen.Region) is { } answer)
        {
            yield return new MapArc(
                "question",
                $"{question.Vantage.Name} to {answer.ShortName}",
                Arc.Between(question.Vantage.Position, answer.Position),
                IsQuiet: false);
        }
    }
}
