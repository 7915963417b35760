using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Benchmarks.Maps;

/// <summary>What a map computes for its largest scene: 17 Regions, an arc from each to each other, 180 places.</summary>
[MemoryDiagnoser]
public class MapLayoutBenchmarks
{
    private static readonly LabelStyle s_style = new(LineHeight: 15, MarkerRadius: 6, Gap: 5, CoreRadius: 6);

    private ImmutableArray<GeoPoint> _regions;
    private ImmutableArray<GeoPoint> _places;
    private ImmutableArray<MapPoint> _points;
    private ImmutableArray<MapLabel> _labels;
    private ImmutableArray<MapLabel> _crowd;

    [Params(MapCentre.Greenwich, MapCentre.Pacific)]
    public MapCentre Centre { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var original = RegionCatalog.All.Where(region => region.IsOriginal).ToList();
        _regions = [.. original.Select(region => region.Position)];
        _places = [.. VantageCatalog.Cities.Take(180).Select(city => city.Position)];
        _points = Places();
        _labels = [.. original.Select(Label)];
        _crowd = [.. RegionCatalog.Commercial.Where(region => region.Position.Longitude > -30).Take(17).Select(Label)];
    }

    [Benchmark]
    public ImmutableArray<MapPoint> Places() => [.. _places.Select(place => MapProjection.Project(place, Centre))];

    [Benchmark]
    public int PlacesOfPoints() => _points.Count(point => MapProjection.Unproject(point, Centre) is not null);

    [Benchmark]
    public ImmutableArray<Arc> Arcs() =>
        [.. from source in _regions from target in _regions where source != target select Arc.Between(source, target, Centre)];

    [Benchmark]
    public ImmutableArray<LabelPlacement> Labels() => LabelLayout.Place(_labels, s_style);

    [Benchmark]
    public ImmutableArray<LabelPlacement> CrowdedLabels() => LabelLayout.Place(_crowd, s_style);

    private MapLabel Label(Region region) => new(
        region.Id.Value, MapProjection.Project(region.Position, Centre), $"{region.ShortName} · passive".Length * 8.5, Radius: 8);
}
