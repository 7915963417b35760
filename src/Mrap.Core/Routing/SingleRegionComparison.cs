using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// An access point against one of its buckets alone, to which every client would go wherever it is: what the access point is for. Both
/// sides are predicted by the same model for clients weighted by population.
/// </summary>
/// <param name="Region">The Region of the one bucket, which counts as up.</param>
/// <param name="Alone">What clients see of the one bucket.</param>
/// <param name="Together">What they see of the access point, with the health of its Regions.</param>
/// <param name="Places">Every client: before is the one bucket, after is the access point.</param>
public sealed record SingleRegionComparison(
    RegionId Region, ClientForecast Alone, ClientForecast Together, ImmutableArray<ClientShift> Places)
{
    /// <summary>
    /// How much shorter the median is, as a part of that of the one bucket; below 0 when it is longer, null when not known.
    /// </summary>
    public double? MedianGain => Gain(Alone.Median, Together.Median);

    /// <summary>The same for the round trip that 95 of 100 clients stay under.</summary>
    public double? NinetyFifthGain => Gain(Alone.NinetyFifth, Together.NinetyFifth);

    /// <summary>The part of clients whose round trip is shorter with the access point, 0 to 1 by weight.</summary>
    public double Better => Part(place => place.Slower < 0);

    /// <summary>The part of clients whose round trip is longer with the access point, 0 to 1 by weight.</summary>
    public double Worse => Part(place => place.Slower > 0);

    /// <summary>Compares for the cities of the catalog.</summary>
    /// <param name="routes">The routes of the access point.</param>
    /// <param name="health">The health of its Regions.</param>
    /// <param name="region">The Region of the one bucket.</param>
    /// <returns>The comparison; null when the access point has no bucket there.</returns>
    public static SingleRegionComparison? Of(RouteTable routes, FleetHealth health, RegionId region)
    {
        if (routes.Find(region) is not { } route)
        {
            return null;
        }

        var alone = ClientForecast.Of(RouteTable.Create([route with { Dial = TrafficDial.Active }]), FleetHealth.AllUp);
        var together = ClientForecast.Of(routes, health);
        var places = alone.Clients.Zip(together.Clients, (one, all) => new ClientShift(one, all));
        return new SingleRegionComparison(region, alone, together, [.. places]);
    }

    /// <summary>The fairest rival: the Region whose bucket alone would have the least median, among those that are not down.</summary>
    /// <param name="routes">The routes of the access point.</param>
    /// <param name="health">The health of its Regions; when all are down, it does not count.</param>
    /// <returns>The Region.</returns>
    public static RegionId BestOf(RouteTable routes, FleetHealth health)
    {
        var up = routes.Routes.Where(route => health.Of(route.Region) != RegionHealth.Down).ToImmutableArray();
        return (up.IsEmpty ? routes.Routes : up)
            .MinBy(route => Of(routes, FleetHealth.AllUp, route.Region)!.Alone.Median ?? double.MaxValue)!.Region;
    }

    /// <summary>The places that gain most, the greatest gain first.</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>Places whose round trip is shorter with the access point.</returns>
    public ImmutableArray<ClientShift> Gains(int count) =>
        [.. Places.Where(place => place.Slower < 0).OrderBy(place => place.Slower).Take(count)];

    /// <summary>The places that lose most, the greatest loss first.</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>Places whose round trip is longer with the access point, as within a tie.</returns>
    public ImmutableArray<ClientShift> Losses(int count) =>
        [.. Places.Where(place => place.Slower > 0).OrderByDescending(place => place.Slower).Take(count)];

    private static double? Gain(double? alone, double? together) =>
        alone is > 0 && together is { } value ? 1 - (value / alone.Value) : null;

    private double Part(Func<ClientShift, bool> isWanted)
    {
        var all = Places.Sum(place => place.Before.Weight);
        return all > 0 ? Places.Where(isWanted).Sum(place => place.Before.Weight) / all : 0;
    }
}
