using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.MetricMath;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>Evaluates queries that may speak of one another, each at most once.</summary>
/// <param name="from">The first second, since 1970.</param>
/// <param name="to">The second behind the last.</param>
internal sealed class QueryEvaluator(MetricStore store, ImmutableArray<MetricDataQuery> queries, long from, long to)
{
    /// <summary>The most points that one call may read.</summary>
    public const int MaxPoints = 2_000_000;

    private readonly Dictionary<string, MathValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly MathBudget _budget = new();
    private long _points;

    /// <summary>The series that a query comes to, with the labels of its results.</summary>
    /// <exception cref="Wire.ServiceException">It comes to a number, speaks of itself, or takes too much work.</exception>
    public ImmutableArray<TimeSeries> Evaluate(MetricDataQuery query) => (ValueOf(query), query) switch
    {
        (MathValue.Single single, MetricDataQuery.Stat) => [single.Series],
        (MathValue.Single single, _) => [single.Series with { Label = query.Label ?? query.Id }],
        (MathValue.Many many, _) =>
            [.. many.Series.Select(series => series with { Label = $"{query.Label ?? query.Id} {series.Label}" })],
        _ => throw CloudWatchErrors.Validation(
            $"The expression of {query.Id} comes to a number, but must come to a time series or an array of time series."),
    };

    /// <summary>Lets go of what no other query can need.</summary>
    public void Forget(MetricDataQuery query)
    {
        if (!queries.Any(other => other is MetricDataQuery.Expression))
        {
            _values.Remove(query.Id);
        }
    }

    private MathValue ValueOf(MetricDataQuery query)
    {
        if (_values.TryGetValue(query.Id, out var known))
        {
            return known;
        }

        if (!_underWay.Add(query.Id))
        {
            throw CloudWatchErrors.Validation($"The expression of {query.Id} depends on itself.");
        }

        var value = query switch
        {
            MetricDataQuery.Stat stat => new MathValue.Single(Read(stat)),
            MetricDataQuery.Expression expression => new MathEvaluator(ScopeOf(expression)).Evaluate(expression.Node),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        _underWay.Remove(query.Id);
        return _values[query.Id] = value;
    }

    private MathScope ScopeOf(MetricDataQuery.Expression expression) => new(
        id => queries.FirstOrDefault(query => query.Id == id) is { } found ? ValueOf(found) : null,
        text => [.. queries.OfType<MetricDataQuery.Stat>()
            .Where(query => query.Id.Contains(text, StringComparison.Ordinal))
            .Select(query => ((MathValue.Single)ValueOf(query)).Series)],
        from,
        to,
        _budget,
        Spend(expression.Period ?? queries.OfType<MetricDataQuery.Stat>().Select(query => query.Period).DefaultIfEmpty(300).Max()));

    private TimeSeries Read(MetricDataQuery.Stat query)
    {
        Spend(query.Period);
        var label = query.Label ?? query.Metric.Name;
        if (store.Find(query.Metric) is not { } series || (query.Unit is { } unit && unit != series.Unit))
        {
            return new TimeSeries(label, query.Period, [], []);
        }

        // periods are those of the clock, not of the call
        var points = store.Read(series, from - (from % query.Period), to, query.Period, query.Statistic.IsPercentile);
        var times = new long[points.Count];
        points.Keys.CopyTo(times, 0);
        return TimeSeries.Of(label, query.Period, times, i => query.Statistic.Of(points.GetValueAtIndex(i)) ?? double.NaN);
    }

    private int Spend(int period)
    {
        _points += (to - from) / period;
        return _points <= MaxPoints
            ? period
            : throw CloudWatchErrors.Validation("The call reads too many data points: make the periods longer, or the time shorter.");
    }
}
