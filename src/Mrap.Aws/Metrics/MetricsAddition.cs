namespace Mrap.Aws.Metrics;

/// <summary>What it adds to enable metrics.</summary>
/// <param name="Buckets">Of how many buckets.</param>
/// <param name="Metrics">How many metrics.</param>
/// <param name="UsdPerMonth">What they cost at most a month, in US dollars, while the account has few custom metrics.</param>
/// <param name="Source">Where the price comes from.</param>
public sealed record MetricsAddition(int Buckets, int Metrics, decimal UsdPerMonth, string Source);
