using System.Collections.Immutable;

namespace Mrap.Core.Metrics;

/// <summary>Makes series of series on the same window.</summary>
public static class SeriesMath
{
    /// <summary>The sum of each period over all series; a gap where all have one.</summary>
    /// <param name="id">The id of the sum.</param>
    /// <param name="series">The series, at least one.</param>
    /// <returns>The sum.</returns>
    public static AlignedSeries Sum(string id, IReadOnlyList<AlignedSeries> series) => Fold(id, series, (left, right) => left + right);

    /// <summary>The greatest value of each period over all series; a gap where all have one.</summary>
    /// <param name="id">The id of the series.</param>
    /// <param name="series">The series, at least one.</param>
    /// <returns>The greatest values.</returns>
    public static AlignedSeries Max(string id, IReadOnlyList<AlignedSeries> series) => Fold(id, series, Math.Max);

    /// <summary>One series divided by another, such as errors by requests.</summary>
    /// <param name="id">The id of the ratio.</param>
    /// <param name="part">What is divided; a gap counts as zero.</param>
    /// <param name="whole">What it is divided by; where it is zero or a gap, the ratio is a gap.</param>
    /// <returns>The ratio.</returns>
    public static AlignedSeries Ratio(string id, AlignedSeries part, AlignedSeries whole)
    {
        var window = Common([part, whole]);
        return new AlignedSeries(
            id, MetricUnit.Ratio, window,
            [.. whole.Values.Select((all, index) => all is > 0 ? (part.Values[index] ?? 0) / all.Value : (double?)null)]);
    }

    /// <summary>
    /// The mean of each period over all series, weighted. Of percentiles it is an approximation: nothing but the requests themselves tells
    /// the percentile of them all.
    /// </summary>
    /// <param name="id">The id of the mean.</param>
    /// <param name="series">The values, at least one series.</param>
    /// <param name="weights">Their weights, such as numbers of requests, in the same order; a gap counts as zero.</param>
    /// <returns>The mean; a gap where no series has a value with a weight.</returns>
    public static AlignedSeries WeightedMean(string id, IReadOnlyList<AlignedSeries> series, IReadOnlyList<AlignedSeries> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, series.Count);
        var window = Common([.. series, .. weights]);
        var means = new double?[window.Count];
        for (var index = 0; index < means.Length; index++)
        {
            var (sum, weight) = (0d, 0d);
            for (var i = 0; i < series.Count; i++)
            {
                if (series[i].Values[index] is { } value && weights[i].Values[index] is { } share and > 0)
                {
                    (sum, weight) = (sum + (value * share), weight + share);
                }
            }

            means[index] = weight > 0 ? sum / weight : null;
        }

        return new AlignedSeries(id, series[0].Unit, window, ImmutableArray.Create(means));
    }

    /// <summary>Each series as its part of the sum of all, period by period.</summary>
    /// <param name="series">The series; a gap counts as zero.</param>
    /// <returns>The parts, 0 to 1, in the order and with the ids of the series; gaps where the sum is zero.</returns>
    public static ImmutableArray<AlignedSeries> Shares(IReadOnlyList<AlignedSeries> series)
    {
        if (series.Count == 0)
        {
            return [];
        }

        var all = Sum(string.Empty, series);
        return [.. series.Select(part => Ratio(part.Id, part, all))];
    }

    private static AlignedSeries Fold(string id, IReadOnlyList<AlignedSeries> series, Func<double, double, double> fold)
    {
        var window = Common(series);
        var values = new double?[window.Count];
        for (var index = 0; index < values.Length; index++)
        {
            foreach (var value in series.Select(one => one.Values[index]).OfType<double>())
            {
                values[index] = values[index] is { } before ? fold(before, value) : value;
            }
        }

        return new AlignedSeries(id, series[0].Unit, window, ImmutableArray.Create(values));
    }

    private static MetricWindow Common(IReadOnlyList<AlignedSeries> series)
    {
        ArgumentOutOfRangeException.ThrowIfZero(series.Count);
        var window = series[0].Window;
        return series.All(one => one.Window.IsAlignedWith(window))
            ? window
            : throw new ArgumentException("The series are not on one window.", nameof(series));
    }
}
