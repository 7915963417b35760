using System.Collections.Immutable;

namespace Mrap.Core.Routing;

/// <summary>
/// What clients would see of an access point, each weighted by its population: a prediction of the model, not a measurement.
/// </summary>
/// <param name="Shares">The share of each Region.</param>
/// <param name="Clients">Every client with the Region that serves it, in the order given.</param>
/// <param name="Median">The round trip that half of the served clients stay under, in milliseconds; null when nobody is served.</param>
/// <param name="NinetyFifth">The round trip that 95 of 100 served clients stay under, in milliseconds; null when nobody is served.</param>
/// <param name="Worst">The longest round trip of a served client, in milliseconds; null when nobody is served.</param>
public sealed record ClientForecast(
    PredictedShares Shares, ImmutableArray<ServedClient> Clients, double? Median, double? NinetyFifth, double? Worst)
{
    private const double Half = 0.5;
    private const double NearlyAll = 0.95;

    /// <summary>Predicts for the cities of the catalog.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <returns>The prediction.</returns>
    public static ClientForecast Of(RouteTable routes, FleetHealth health) => Of(routes, health, VantageCatalog.Cities);

    /// <summary>Predicts for chosen clients.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <param name="clients">Where the clients are; there may be none.</param>
    /// <returns>The prediction.</returns>
    public static ClientForecast Of(RouteTable routes, FleetHealth health, ImmutableArray<Vantage> clients)
    {
        var compiled = CompiledRoutes.Compile(routes, health);
        var seen = ImmutableArray.CreateBuilder<ServedClient>(clients.Length);
        foreach (var client in clients)
        {
            seen.Add(
                compiled.TryChoose(client, out var route)
                    ? new ServedClient(client, route.Region, LatencyModel.Between(client, route.Region)!.Value.Milliseconds)
                    : new ServedClient(client, Region: null, Milliseconds: 0));
        }

        var served = seen.Where(client => client.Region is not null).OrderBy(client => client.Milliseconds).ToImmutableArray();
        return new ClientForecast(
            PredictedShares.Of(routes, seen), seen.MoveToImmutable(), Quantile(served, Half), Quantile(served, NearlyAll),
            served.IsEmpty ? null : served[^1].Milliseconds);
    }

    private static double? Quantile(ImmutableArray<ServedClient> sorted, double part)
    {
        var wanted = sorted.Sum(client => client.Weight) * part;
        var passed = 0.0;
        foreach (var client in sorted)
        {
            passed += client.Weight;
            if (passed >= wanted)
            {
                return client.Milliseconds;
            }
        }

        return sorted.IsEmpty ? null : sorted[^1].Milliseconds;
    }
}
