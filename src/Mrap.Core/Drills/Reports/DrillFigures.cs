using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>The figures of some requests.</summary>
/// <param name="Requests">How many there were.</param>
/// <param name="Errors">How many of them failed: <see cref="DrillSample.IsError"/>.</param>
/// <param name="NotReplicated">Reads that did not find a key of which a write had been acknowledged before they were sent.</param>
/// <param name="Latency">Of those that succeeded; null when none did.</param>
/// <param name="Regions">The share of each Region, by code; empty when none answered.</param>
public sealed record DrillFigures(
    int Requests, int Errors, int NotReplicated, DrillLatency? Latency, ImmutableArray<DrillRegionShare> Regions)
{
    /// <summary>The share of requests that failed, 0 to 1; 0 when there were none.</summary>
    public double ErrorShare => Requests == 0 ? 0 : (double)Errors / Requests;

    /// <summary>Whether all figures are the same.</summary>
    public bool Equals(DrillFigures? other) =>
        other is not null
        && (Requests, Errors, NotReplicated) == (other.Requests, other.Errors, other.NotReplicated)
        && Latency == other.Latency
        && Regions.AsSpan().SequenceEqual(other.Regions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Requests, Errors, NotReplicated, Latency, Regions.Length);

    internal static DrillFigures Of(IReadOnlyCollection<DrillSample> samples, KnownKeys known)
    {
        var served = samples.Where(sample => sample.Region is not null).GroupBy(sample => sample.Region!.Value).ToList();
        var total = served.Sum(region => region.Count());
        return new DrillFigures(
            samples.Count,
            samples.Count(sample => sample.IsError),
            samples.Count(sample => sample.IsNotFound && known.Contains(sample)),
            DrillLatency.Of(samples.Where(sample => sample.IsSuccess).Select(sample => sample.Duration)),
            [.. served.OrderBy(region => region.Key)
                .Select(region => new DrillRegionShare(region.Key, region.Count(), (double)region.Count() / total))]);
    }
}
