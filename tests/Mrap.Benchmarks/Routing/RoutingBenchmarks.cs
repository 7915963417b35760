using BenchmarkDotNet.Attributes;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Benchmarks.Routing;

/// <summary>Decisions among the 17 original Regions, every catalog vantage in turn.</summary>
[MemoryDiagnoser]
public class RoutingBenchmarks
{
    private readonly Vantage[] _vantages = [.. VantageCatalog.All];
    private RouteTable _table = null!;
    private CompiledRoutes _compiled = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        _table = RouteTable.Create(RegionCatalog.All
            .Where(region => region.IsOriginal)
            .Select(region => new Route(BucketName.Parse($"bucket-{region.Id}").Value, region.Id, TrafficDial.Active)));
        _compiled = CompiledRoutes.Compile(_table, FleetHealth.AllUp);
    }

    [Benchmark(Baseline = true)]
    public Route? Fast()
    {
        _compiled.TryChoose(Next(), out var route);
        return route;
    }

    [Benchmark]
    public RoutingDecision Explained() => Router.Route(Next(), _table, FleetHealth.AllUp);

    [Benchmark]
    public CompiledRoutes Compile() => CompiledRoutes.Compile(_table, FleetHealth.AllUp);

    /// <summary>What a lost Region would do to 180 cities among 17 Regions.</summary>
    [Benchmark]
    public WhatIf WhatIf() => Core.Routing.WhatIf.Down(_table, FleetHealth.AllUp, _table.Routes[0].Region);

    private Vantage Next()
    {
        _next = _next + 1 < _vantages.Length ? _next + 1 : 0;
        return _vantages[_next];
    }
}
