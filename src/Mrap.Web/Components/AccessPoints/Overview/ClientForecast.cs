using System.Collections.Immutable;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>What the clients of the world would see of an access point: every city of the catalog, weighted by its population.</summary>
/// <param name="Shares">The share of each Region.</param>
/// <param name="Clients">Every city with the Region that answers it.</param>
/// <param name="Median">The round trip that half of the clients stay under, in milliseconds; null when nobody is served.</param>
/// <param name="Slowest">The round trip that 95 of 100 clients stay under, in milliseconds; null when nobody is served.</param>
public sealed record ClientForecast(PredictedShares Shares, ImmutableArray<ServedClient> Clients, double? Median, double? Slowest)
{
    private const double Half = 0.5;
    private const double NearlyAll = 0.95;

    /// <summary>Predicts for a route table and the health of its Regions.</summary>
    public static ClientForecast Of(RouteTable routes, FleetHealth health)
    {
        var compiled = CompiledRoutes.Compile(routes, health);
        var clients = VantageCatalog.Cities
            .Select(city => compiled.TryChoose(city, out var route)
                ? new ServedClient(city, route.Region, LatencyModel.Between(city, route.Region)!.Value.Milliseconds)
                : new ServedClient(city, Region: null, Milliseconds: 0))
            .ToImmutableArray();
        var served = clients.Where(client => client.Region is not null).OrderBy(client => client.Milliseconds).ToImmutableArray();
        return new ClientForecast(PredictedShares.Predict(routes, health), clients, Quantile(served, Half), Quantile(served, NearlyAll));
    }

    private static double? Quantile(ImmutableArray<ServedClient> sorted, double part)
    {
        var wanted = sorted.Sum(client => client.City.PopulationMillions) * part;
        var passed = 0.0;
        foreach (var client in sorted)
        {
            passed += client.City.PopulationMillions;
            if (passed >= wanted)
            {
                return client.Milliseconds;
            }
        }

        return sorted.IsEmpty ? null : sorted[^1].Milliseconds;
    }
}
