using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// What a change would do: a Region down, passive, added or removed. Predicted by the model for clients weighted by population; nothing is
/// changed.
/// </summary>
/// <param name="Before">What clients see without it.</param>
/// <param name="After">What they see with it.</param>
/// <param name="Regions">What it does to each Region that is there before or afterwards, by Region code.</param>
/// <param name="Clients">What it does to each client, in the order of the forecasts.</param>
public sealed record WhatIf(
    ClientForecast Before, ClientForecast After, ImmutableArray<RegionShift> Regions, ImmutableArray<ClientShift> Clients)
{
    /// <summary>The part of clients that another Region serves afterwards, or none, 0 to 1 by weight.</summary>
    public double Moved => Part(Clients.Where(client => client.IsMoved));

    /// <summary>The part of clients that nobody serves afterwards though somebody did, 0 to 1 by weight.</summary>
    public double Cut => Part(Clients.Where(client => client is { Before.Region: not null, After.Region: null }));

    /// <summary>Compares two states of an access point for the cities of the catalog.</summary>
    /// <param name="before">The routes without the change.</param>
    /// <param name="healthBefore">The health without it.</param>
    /// <param name="after">The routes with the change, which may be of other Regions.</param>
    /// <param name="healthAfter">The health with it.</param>
    /// <returns>The difference.</returns>
    public static WhatIf Compare(RouteTable before, FleetHealth healthBefore, RouteTable after, FleetHealth healthAfter) =>
        Compare(ClientForecast.Of(before, healthBefore), ClientForecast.Of(after, healthAfter));

    /// <summary>A Region goes down.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="health">The health so far.</param>
    /// <param name="region">The Region.</param>
    /// <returns>The difference.</returns>
    public static WhatIf Down(RouteTable routes, FleetHealth health, RegionId region) =>
        Compare(routes, health, routes, health.With(region, RegionHealth.Down));

    /// <summary>
    /// A bucket of one more Region joins, active. AWS never changes the buckets of an access point: it would be a new one.
    /// </summary>
    /// <param name="routes">The routes.</param>
    /// <param name="health">The health.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="region">The Region.</param>
    /// <returns>The difference; null when there is a bucket in the Region, or no room for one more.</returns>
    public static WhatIf? Added(RouteTable routes, FleetHealth health, BucketName bucket, RegionId region) =>
        routes.Find(region) is not null || routes.Routes.Length == RouteTable.MaxRoutes
            ? null
            : Compare(routes, health, RouteTable.Create(routes.Routes.Add(new Route(bucket, region, TrafficDial.Active))), health);

    /// <summary>The bucket of a Region leaves.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="health">The health.</param>
    /// <param name="region">The Region.</param>
    /// <returns>The difference; null when there is no bucket in the Region, or no other that is active.</returns>
    public static WhatIf? Removed(RouteTable routes, FleetHealth health, RegionId region)
    {
        var rest = routes.Routes.Where(route => route.Region != region).ToImmutableArray();
        return rest.Length == routes.Routes.Length || !rest.Any(route => route.IsActive)
            ? null
            : Compare(routes, health, RouteTable.Create(rest), health);
    }

    private static WhatIf Compare(ClientForecast before, ClientForecast after)
    {
        var sharesBefore = before.Shares.Regions.ToDictionary(share => share.Region);
        var sharesAfter = after.Shares.Regions.ToDictionary(share => share.Region);
        var regions = sharesBefore.Keys.Union(sharesAfter.Keys).Order().Select(
            region => new RegionShift(region, sharesBefore.GetValueOrDefault(region), sharesAfter.GetValueOrDefault(region)));
        var clients = before.Clients.Zip(after.Clients, (then, now) => new ClientShift(then, now));
        return new WhatIf(before, after, [.. regions], [.. clients]);
    }

    private double Part(IEnumerable<ClientShift> some)
    {
        var all = Clients.Sum(client => client.Before.Weight);
        return all > 0 ? some.Sum(client => client.Before.Weight) / all : 0;
    }
}
