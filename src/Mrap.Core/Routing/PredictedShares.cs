using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// How the clients of the world spread over the Regions of an access point: a prediction by population, not a measurement.
/// </summary>
/// <param name="Regions">One entry per route, by Region code, those that serve nobody included.</param>
/// <param name="Unserved">0 to 1: the part of clients that no Region serves; 1 when every active Region is down.</param>
/// <param name="MeanMilliseconds">The mean latency of all served clients, by weight; null when nobody is served.</param>
public sealed record PredictedShares(ImmutableArray<RegionShare> Regions, double Unserved, double? MeanMilliseconds)
{
    /// <summary>Predicts for the cities of the catalog, each weighted by its population.</summary>
    /// <param name="table">The routes.</param>
    /// <param name="health">The health of the Regions; put a Region down to ask what would happen.</param>
    /// <returns>The prediction.</returns>
    public static PredictedShares Predict(RouteTable table, FleetHealth health) => Predict(table, health, VantageCatalog.Cities);

    /// <summary>Predicts for chosen clients, each weighted by its population; a vantage without population weighs one million.</summary>
    /// <param name="table">The routes.</param>
    /// <param name="health">The health of the Regions.</param>
    /// <param name="clients">Where the clients are.</param>
    /// <returns>The prediction; all shares are 0 when there are no clients.</returns>
    public static PredictedShares Predict(RouteTable table, FleetHealth health, IEnumerable<Vantage> clients) =>
        ClientForecast.Of(table, health, [.. clients]).Shares;

    /// <summary>Sums up clients whose Regions are known.</summary>
    /// <param name="table">The routes that served them.</param>
    /// <param name="clients">The clients.</param>
    /// <returns>The prediction; all shares are 0 when there are no clients.</returns>
    internal static PredictedShares Of(RouteTable table, IReadOnlyCollection<ServedClient> clients)
    {
        var tallies = table.Routes.ToDictionary(route => route.Region, _ => default(Tally));
        var unserved = default(Tally);
        foreach (var client in clients)
        {
            if (client.Region is { } region)
            {
                tallies[region] = tallies[region].Add(client.Weight, client.Milliseconds);
            }
            else
            {
                unserved = unserved.Add(client.Weight, milliseconds: 0);
            }
        }

        var served = tallies.Values.Aggregate(default(Tally), (sum, tally) => sum.Add(tally));
        var total = served.Weight + unserved.Weight;
        return new PredictedShares(
            [.. table.Routes.Select(route => Share(route, tallies[route.Region], total))],
            Part(unserved.Weight, total),
            served.Mean);
    }

    /// <summary>The share of a Region.</summary>
    /// <returns>0 to 1; 0 when the access point has no bucket there.</returns>
    public double ShareOf(RegionId region) => Regions.FirstOrDefault(share => share.Region == region)?.Share ?? 0;

    private static RegionShare Share(Route route, Tally tally, double total) =>
        new(route, Part(tally.Weight, total), tally.Mean, tally.Vantages);

    private static double Part(double weight, double total) => total > 0 ? weight / total : 0;

    private readonly record struct Tally(double Weight, double WeightedMilliseconds, int Vantages)
    {
        public double? Mean => Weight > 0 ? WeightedMilliseconds / Weight : null;

        public Tally Add(double weight, double milliseconds) =>
            new(Weight + weight, WeightedMilliseconds + (weight * milliseconds), Vantages + 1);

        public Tally Add(Tally other) =>
            new(Weight + other.Weight, WeightedMilliseconds + other.WeightedMilliseconds, Vantages + other.Vantages);
    }
}
