using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>
/// What metrics cost a month. Request and replication metrics are billed as custom metrics of CloudWatch (Amazon S3 User Guide,
/// "Monitoring metrics with Amazon CloudWatch"); the prices are those of AWS page "Amazon CloudWatch Pricing".
/// </summary>
public static class MetricsPrice
{
    /// <summary>
    /// How many metrics a metrics configuration adds, S3 Select's included (Amazon S3 User Guide, "Metrics and dimensions").
    /// </summary>
    public const int MetricsPerConfiguration = 16;

    /// <summary>How many metrics a replication rule with metrics adds ("Using S3 Replication metrics").</summary>
    public const int MetricsPerReplicationRule = 4;

    /// <summary>Where the prices come from, for people.</summary>
    public const string Source = "AWS page \"Amazon CloudWatch Pricing\", custom metrics, prices of June 2025, the same in all Regions";

    private static readonly ImmutableArray<(int UpTo, decimal Price)> s_tiers =
        [(10_000, 0.30m), (250_000, 0.10m), (1_000_000, 0.05m), (int.MaxValue, 0.02m)];

    /// <summary>What metrics cost, in US dollars a month, when they are published all the time.</summary>
    /// <param name="added">How many metrics, 0 or more.</param>
    /// <param name="already">
    /// How many custom metrics the account has already in the Region, 0 or more: the price falls with their number.
    /// </param>
    /// <returns>The price: an upper bound, because a metric costs only for the hours in which it is published.</returns>
    public static decimal PerMonth(int added, int already = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(added);
        ArgumentOutOfRangeException.ThrowIfNegative(already);
        var (price, from, to) = (0m, (long)already, (long)already + added);
        foreach (var (upTo, each) in s_tiers)
        {
            var count = Math.Min(to, upTo) - from;
            if (count > 0)
            {
                price += count * each;
                from += count;
            }
        }

        return price;
    }
}
