using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;

namespace Mrap.Web.Tests.Map;

/// <summary>Scenes to draw.</summary>
internal static class MapExample
{
    /// <summary>The largest: 17 Regions, an arc from each to each other, 180 places.</summary>
    public static MapScene Full()
    {
        var regions = RegionCatalog.AccessPointCapable.Take(17).ToList();
        return new MapScene(
            [.. regions.Select((region, index) => Of(region, (MapRegionState)(index % 4)))],
            [.. VantageCatalog.Cities.Take(180).Select(Client)],
            [.. from source in regions from target in regions where source != target select Between(source, target)]);
    }

    public static MapScene Of(params MapRegionState[] states) => new(
        [.. RegionCatalog.Commercial.Where(region => region.IsOriginal).Zip(states, Of)], [], []);

    public static MapRegion Of(Region region, MapRegionState state) => new(
        region.Id,
        region.ShortName,
        "34 %",
        $"{region.ShortName}, {state.ToString().ToLowerInvariant()}",
        MapProjection.Project(region.Position),
        12,
        state,
        "var(--series-1)",
        ["Active", "34 % of clients", "Median 61 ms"]);

    public static MapArc Between(Region from, Region to) =>
        new($"{from.Id}>{to.Id}", $"{from.ShortName} to {to.ShortName}", Arc.Between(from.Position, to.Position), IsQuiet: false);

    public static MapClient Client(Vantage city) =>
        new(city.Id, city.Name, MapProjection.Project(city.Position), 2, ServedBy: null, "var(--line-strong)");
}
