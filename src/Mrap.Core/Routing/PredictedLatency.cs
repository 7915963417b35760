using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>
/// The latency that the people of the known cities would see if each were served by the nearest of some Regions, all of them active and up.
/// </summary>
/// <param name="MeanMilliseconds">The mean over the people, in milliseconds.</param>
/// <param name="MedianMilliseconds">The latency that half of the people see or better, in milliseconds.</param>
/// <param name="NinetiethMilliseconds">The latency that nine of ten people see or better, in milliseconds.</param>
public sealed record PredictedLatency(double MeanMilliseconds, double MedianMilliseconds, double NinetiethMilliseconds)
{
    /// <summary>Predicts for some Regions.</summary>
    /// <param name="regions">The Regions; those that the network model does not know are left out.</param>
    /// <returns>The prediction, or null when no Region is known.</returns>
    public static PredictedLatency? Of(IEnumerable<RegionId> regions)
    {
        var targets = regions.Distinct().ToImmutableArray();
        var seen = new List<(double Milliseconds, double Weight)>(VantageCatalog.Cities.Length);
        foreach (var city in VantageCatalog.Cities)
        {
            if (Nearest(city, targets) is { } milliseconds)
            {
                seen.Add((milliseconds, city.PopulationMillions > 0 ? city.PopulationMillions : 1));
            }
        }

        if (seen.Count == 0)
        {
            return null;
        }

        seen.Sort((a, b) => a.Milliseconds.CompareTo(b.Milliseconds));
        var total = seen.Sum(city => city.Weight);
        return new PredictedLatency(
            seen.Sum(city => city.Milliseconds * city.Weight) / total, Quantile(seen, total * 0.5), Quantile(seen, total * 0.9));
    }

    private static double? Nearest(Vantage city, ImmutableArray<RegionId> targets)
    {
        double? nearest = null;
        foreach (var target in targets)
        {
            if (LatencyModel.Between(city, target) is { } latency && (nearest is null || latency.Milliseconds < nearest))
            {
                nearest = latency.Milliseconds;
            }
        }

        return nearest;
    }

    private static double Quantile(List<(double Milliseconds, double Weight)> sorted, double upTo)
    {
        var sum = 0.0;
        foreach (var (milliseconds, weight) in sorted)
        {
            sum += weight;
            if (sum >= upTo)
            {
                return milliseconds;
            }
        }

        return sorted[^1].Milliseconds;
    }
}
