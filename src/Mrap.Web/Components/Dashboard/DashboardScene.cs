using System.Collections.Immutable;
using Mrap.Core.Faults;
using Mrap.Core.Maps;
using Mrap.Core.Observation;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Dashboard;

/// <summary>Draws all access points on one map: each Region once, and the requests that were made.</summary>
public static class DashboardScene
{
    private const double SmallestHalo = 7;
    private const double HaloPerRoot = 5;
    private const double LargestHalo = 22;
    private const double DotRadius = 3;
    private const int MaxArcs = 14;
    private const double ThinnestArc = 1;
    private const double WidestMore = 1.4;

    /// <summary>The scene.</summary>
    public static MapScene Of(
        ImmutableArray<DashboardRow> rows, FleetConditions conditions, IReadOnlyCollection<ServedRequest> requests)
    {
        var regions = rows.SelectMany(row => row.AccessPoint.Members.Select(member => (member.Region, Row: row)))
            .Where(pair => RegionCatalog.Find(pair.Region) is not null)
            .GroupBy(pair => pair.Region, pair => pair.Row)
            .OrderBy(group => group.Key)
            .Select(group => Region(group.Key, [.. group], conditions.Of(group.Key)));
        var ways = requests.Where(request => request.Region is not null && VantageCatalog.Find(request.Vantage) is not null)
            .GroupBy(request => (Vantage: request.Vantage!, Region: request.Region!.Value))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Vantage, StringComparer.Ordinal)
            .Take(MaxArcs)
            .Select(group => (
                From: VantageCatalog.Find(group.Key.Vantage)!, To: RegionCatalog.Find(group.Key.Region)!, Count: group.Count()))
            .Where(way => way.To is not null)
            .ToImmutableArray();
        return new MapScene(
            [.. regions],
            [.. ways.Select(way => way.From).DistinctBy(place => place.Id).Where(place => place.Region is null).Select(Place)],
            [.. ways.Where(way => way.From.Region != way.To.Id).Select(way => Way(way.From, way.To, way.Count, ways[0].Count))]);
    }

    private static MapRegion Region(RegionId region, ImmutableArray<DashboardRow> rows, RegionCondition condition)
    {
        var name = RegionCatalog.ShortNameOf(region);
        var active = rows.Count(row => row.Routes?.Find(region) is { IsActive: true });
        var points = $"{DisplayFormat.Count(rows.Length, "access point", "access points")}, active in {DisplayFormat.Number(active)}";
        var faults = string.Join(", ", ConditionText.Phrases(condition));
        var state = condition.State == RegionHealth.Up && active == 0 ? MapRegionState.Passive : RegionHealthStates.OnMap(condition.State);
        var word = state switch
        {
            MapRegionState.Down => "down",
            MapRegionState.Degraded => "degraded",
            MapRegionState.Passive => "passive",
            MapRegionState.Active => string.Empty,
        };
        return new MapRegion(
            region,
            name,
            word,
            $"{name}, {region}, {points}{(faults.Length == 0 ? string.Empty : $", {faults}")}",
            MapProjection.Project(RegionCatalog.Find(region)!.Position),
            Math.Min(LargestHalo, SmallestHalo + (HaloPerRoot * Math.Sqrt(rows.Length - 1))),
            state,
            "var(--series-1)",
            faults.Length == 0 ? [region.Value, points] : [region.Value, points, faults]);
    }

    private static MapClient Place(Vantage place) => new(
        place.Id, place.Name, MapProjection.Project(place.Position), DotRadius, ServedBy: null, "var(--accent)");

    private static MapArc Way(Vantage from, Region to, int count, int most) => new(
        $"{from.Id}>{to.Id}",
        $"{from.Name} to {to.ShortName}: {DisplayFormat.Count(count, "request", "requests")}",
        Arc.Between(from.Position, to.Position),
        IsQuiet: false,
        Width: ThinnestArc + (WidestMore * count / most));
}
