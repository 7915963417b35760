using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.MetricMath;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>Gathers results until a page is full; queries behind it are not evaluated.</summary>
/// <param name="limit">The most points.</param>
internal sealed class MetricDataPage(
    QueryEvaluator evaluator, ImmutableArray<MetricDataQuery> queries, bool isDescending, int limit)
{
    private readonly List<MetricDataResult> _results = [];
    private int _left = limit;

    /// <summary>The results.</summary>
    public IReadOnlyList<MetricDataResult> Results => _results;

    /// <summary>Fills the page.</summary>
    /// <param name="start">Where to begin.</param>
    /// <returns>Where the next page begins; null when nothing is left.</returns>
    public MetricDataPosition? Fill(MetricDataPosition start)
    {
        for (var q = start.Query; q < queries.Length; q++)
        {
            if (!queries[q].ReturnsData)
            {
                continue;
            }

            var all = evaluator.Evaluate(queries[q]);
            evaluator.Forget(queries[q]);
            for (var s = q == start.Query ? start.Series : 0; s < all.Length; s++)
            {
                var first = q == start.Query && s == start.Series ? start.Point : 0;
                if (_left == 0 && all[s].Times.Length > first)
                {
                    return new MetricDataPosition(q, s, first);
                }

                var count = Take(queries[q].Id, all[s], first);
                if (first + count < all[s].Times.Length)
                {
                    return new MetricDataPosition(q, s, first + count);
                }
            }
        }

        return null;
    }

    private int Take(string id, TimeSeries series, int first)
    {
        var total = series.Times.Length;
        var count = Math.Max(Math.Min(total - first, _left), 0);
        _left -= count;
        var range = isDescending ? new Range(total - first - count, total - first) : new Range(first, first + count);
        var (times, values) = count == 0 ? ([], []) : (series.Times[range], series.Values[range]);
        if (isDescending)
        {
            Array.Reverse(times);
            Array.Reverse(values);
        }

        _results.Add(new MetricDataResult(id, series.Label, times, values, first + count >= total));
        return count;
    }
}
