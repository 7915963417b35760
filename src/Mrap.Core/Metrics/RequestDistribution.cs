using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>How requests spread over the member buckets of an access point.</summary>
/// <param name="Window">When.</param>
/// <param name="Buckets">Each member bucket, in the order of the access point.</param>
/// <param name="Caveats">Why it is not the whole truth; at least that direct requests are in it.</param>
public sealed record RequestDistribution(
    MetricWindow Window, ImmutableArray<BucketRequests> Buckets, ImmutableArray<MetricCaveat> Caveats)
{
    /// <summary>All requests over time.</summary>
    public AlignedSeries Total => Buckets.IsEmpty
        ? AlignedSeries.Empty(nameof(Total), MetricUnit.Count, Window)
        : SeriesMath.Sum(nameof(Total), [.. Buckets.Select(bucket => bucket.Requests)]);

    /// <summary>Each bucket's part over time, in the order of <see cref="Buckets"/>.</summary>
    public ImmutableArray<AlignedSeries> Shares => SeriesMath.Shares([.. Buckets.Select(bucket => bucket.Requests)]);

    /// <summary>Whether the requests of each bucket are known.</summary>
    public bool IsComplete => Buckets.All(bucket => bucket.Total is not null);

    /// <summary>Puts the requests of buckets together.</summary>
    /// <param name="window">When.</param>
    /// <param name="buckets">Each bucket with its requests; an empty series when nothing is known.</param>
    /// <param name="caveats">What more there is to say than that direct requests are in it and that points may be missing.</param>
    /// <returns>The distribution.</returns>
    public static RequestDistribution Of(
        MetricWindow window, IReadOnlyList<KeyValuePair<BucketPlace, AlignedSeries>> buckets, IEnumerable<MetricCaveat> caveats)
    {
        var all = buckets.Sum(bucket => bucket.Value.Total ?? 0);
        return new RequestDistribution(
            window,
            [
                .. buckets.Select(
                    bucket => new BucketRequests(
                        bucket.Key, bucket.Value, bucket.Value.Total, all > 0 ? bucket.Value.Total / all : null)),
            ],
            [MetricCaveat.DirectTraffic, MetricCaveat.BestEffort, .. caveats]);
    }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(RequestDistribution? other) =>
        other is not null
        && Window.IsAlignedWith(other.Window)
        && Buckets.AsSpan().SequenceEqual(other.Buckets.AsSpan())
        && Caveats.AsSpan().SequenceEqual(other.Caveats.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Window, Buckets.Length, Caveats.Length);
}
