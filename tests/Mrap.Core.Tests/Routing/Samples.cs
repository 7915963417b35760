using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Geography;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

internal static class Samples
{
    public static readonly Gen<Vantage> Vantages = Gen.Frequency(
        (3, Gen.OneOf(VantageCatalog.All.ToArray())),
        (1, Gen.Select(Gen.Double[-60, 75], Gen.Double[-180, 180], (lat, lon) =>
            new Vantage(
                "somewhere", "Somewhere", VantageKind.City, new GeoPoint(lat, lon), "Nowhere", Region: null, PopulationMillions: 1))));

    public static readonly Gen<RouteTable> Tables =
        from regions in Gen.Shuffle(RegionCatalog.AccessPointCapable.ToArray(), 1, RouteTable.MaxRoutes)
        from dials in Gen.Bool.Array[regions.Length]
        from active in Gen.Int[0, regions.Length - 1]
        select RouteTable.Create(
            regions.Select(
                (region, i) =>
                    new Route(Bucket(region.Id), region.Id, dials[i] || i == active ? TrafficDial.Active : TrafficDial.Passive)));

    public static readonly Gen<FleetHealth> Healths =
        Gen.Select(Gen.OneOf(RegionCatalog.AccessPointCapable.ToArray()), Gen.Enum<RegionHealth>())
        .Array[0, 25].Select(pairs => pairs.Aggregate(FleetHealth.AllUp, (health, pair) => health.With(pair.Item1.Id, pair.Item2)));

    public static RegionId Region(string code) => RegionId.Parse(code).Value;

    public static Vantage Vantage(string id) => VantageCatalog.Find(id).ShouldNotBeNull();

    public static BucketName Bucket(RegionId region) => BucketName.Parse($"bucket-{region}").Value;

    public static RouteTable Table(params string[] codes) => RouteTable.Create(codes.Select(code =>
        new Route(
            Bucket(Region(code.TrimEnd('!'))), Region(code.TrimEnd('!')), code.EndsWith('!') ? TrafficDial.Passive : TrafficDial.Active)));
}
