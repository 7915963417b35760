using BenchmarkDotNet.Attributes;
using Bunit;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Web.Components.Map;
using MudBlazor.Services;

namespace Mrap.Benchmarks.Maps;

/// <summary>What it takes to draw the largest map in bUnit: 17 Regions, an arc from each to each other, 180 places.</summary>
[MemoryDiagnoser]
public class MapRenderBenchmarks
{
    private BunitContext? _context;
    private MapScene[] _scenes = [];
    private IRenderedComponent<WorldMap>? _map;
    private int _turn;

    [GlobalSetup]
    public void Setup()
    {
        _scenes = [Scene("34 %", "var(--series-1)"), Scene("35 %", "var(--series-2)")];
        _context = Context();
        _map = Render(_context, _scenes[0]);
    }

    [GlobalCleanup]
    public void Cleanup() => _context?.Dispose();

    /// <summary>The map appears: laid out and drawn.</summary>
    [Benchmark]
    public int First()
    {
        using var context = Context();
        return Render(context, _scenes[0]).RenderCount;
    }

    /// <summary>Every share and the colour of every place has changed.</summary>
    [Benchmark]
    public int Change()
    {
        var scene = _scenes[++_turn % 2];
        var map = _map!;
        map.Render(parameters => parameters.Add(it => it.Scene, scene with { }));
        return map.RenderCount;
    }

    private static BunitContext Context()
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices();
        return context;
    }

    private static IRenderedComponent<WorldMap> Render(BunitContext context, MapScene scene) => context.Render<WorldMap>(
        parameters => parameters.Add(map => map.Scene, scene).Add(map => map.Label, "World map"));

    private static MapScene Scene(string note, string colour)
    {
        var regions = RegionCatalog.AccessPointCapable.Take(17).ToList();
        return new MapScene(
            [.. regions.Select(region => Of(region, note))],
            [.. VantageCatalog.Cities.Take(180).Select(city => Of(city, colour))],
            [.. from source in regions from target in regions where source != target select Between(source, target)]);
    }

    private static MapRegion Of(Region region, string note) => new(
        region.Id,
        region.ShortName,
        note,
        $"{region.ShortName}, active, {note} of clients",
        MapProjection.Project(region.Position),
        Radius: 12,
        MapRegionState.Active,
        "var(--series-1)");

    private static MapClient Of(Vantage city, string colour) =>
        new(city.Id, city.Name, MapProjection.Project(city.Position), 2, ServedBy: null, colour);

    private static MapArc Between(Region from, Region to) => new(
        $"{from.Id}>{to.Id}", $"{from.ShortName} to {to.ShortName}", Arc.Between(from.Position, to.Position), IsQuiet: false);
}
