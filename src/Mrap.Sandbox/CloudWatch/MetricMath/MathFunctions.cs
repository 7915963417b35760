using System.Collections.Immutable;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>The functions of expressions that are served (Amazon CloudWatch User Guide, "Functions supported for metric math").</summary>
internal sealed class MathFunctions(MathScope scope)
{
    private static readonly string[] s_unserved =
    [
        "SEARCH", "ANOMALY_DETECTION_BAND", "DATE", "DAY", "DB_PERF_INSIGHTS", "EPOCH", "FIRST", "HOUR", "INSIGHT_RULE_METRIC", "LAMBDA",
        "LAST", "MINUTE", "MONTH", "REMOVE_EMPTY", "SERVICE_QUOTA", "SLICE", "SORT", "STDDEV", "YEAR", "DATAPOINT_COUNT",
    ];

    /// <summary>Whether CloudWatch has a function that is not served.</summary>
    public static bool IsUnserved(string name) => s_unserved.Contains(name);

    /// <summary>Calls a function.</summary>
    /// <exception cref="Wire.ServiceException">There is none, or it does not take these arguments.</exception>
    public MathValue Call(string name, ImmutableArray<MathValue> arguments) => (name, arguments) switch
    {
        ("SUM", [var value]) => Reduce(value, static values => values.Sum()),
        ("AVG", [var value]) => Reduce(value, static values => values.Average(), isOverAll: true),
        ("MIN", [var value]) => Reduce(value, static values => values.Min()),
        ("MAX", [var value]) => Reduce(value, static values => values.Max()),
        ("ABS", [var value]) => Arithmetic.Map(value, Math.Abs),
        ("CEIL", [var value]) => Arithmetic.Map(value, Math.Ceiling),
        ("FLOOR", [var value]) => Arithmetic.Map(value, Math.Floor),
        ("LOG", [var value]) => Arithmetic.Map(value, Math.Log),
        ("LOG10", [var value]) => Arithmetic.Map(value, Math.Log10),
        ("DIFF", [var value]) => Arithmetic.MapSeries(name, value, series => Differences(series, static (change, _) => change)),
        ("DIFF_TIME", [var value]) => Arithmetic.MapSeries(name, value, series => Differences(series, static (_, seconds) => seconds)),
        ("RATE", [var value]) => Arithmetic.MapSeries(name, value, series => Differences(series, static (change, s) => change / s)),
        ("RUNNING_SUM", [var value]) => Arithmetic.MapSeries(name, value, RunningSum),
        ("PERIOD", [MathValue.Single single]) => new MathValue.Scalar(single.Series.Period),
        ("METRIC_COUNT", [MathValue.Many many]) => new MathValue.Scalar(many.Series.Length),
        ("TIME_SERIES", [MathValue.Scalar scalar]) => new MathValue.Single(
            TimeSeries.Of(name, scope.Period, scope.Grid(scope.Period), _ => scalar.Value)),
        ("FILL", [var value, MathValue.Scalar filler]) => Fill(name, value, (_, _) => filler.Value),
        ("FILL", [var value, MathValue.Single filler]) => Fill(name, value, (_, second) => filler.Series.At(second) ?? double.NaN),
        ("IF", [var condition, var whenTrue]) => Choose(condition, whenTrue, null),
        ("IF", [var condition, var whenTrue, var whenFalse]) => Choose(condition, whenTrue, whenFalse),
        _ => throw CloudWatchErrors.Validation(
            $"There is no function {DisplayText.Truncate(name)} that takes such arguments; functions are written in upper case."),
    };

    /// <summary>Fills what is missing from its neighbours.</summary>
    /// <param name="how"><c>REPEAT</c> or <c>LINEAR</c>.</param>
    public MathValue Fill(MathValue value, string how) =>
        Fill("FILL", value, how == "REPEAT" ? Repeated : Interpolated);

    private static double Repeated(TimeSeries series, long second) =>
        Before(series, second) is >= 0 and var at ? series.Values[at] : double.NaN;

    private static double Interpolated(TimeSeries series, long second)
    {
        var at = Before(series, second);
        if (at < 0 || at + 1 >= series.Times.Length)
        {
            return double.NaN;
        }

        var share = (double)(second - series.Times[at]) / (series.Times[at + 1] - series.Times[at]);
        return series.Values[at] + (share * (series.Values[at + 1] - series.Values[at]));
    }

    // the place of the last value before an instant that has none
    private static int Before(TimeSeries series, long second) => ~Array.BinarySearch(series.Times, second) - 1;

    private static TimeSeries Differences(TimeSeries series, Func<double, long, double> function) => TimeSeries.Of(
        series.Label,
        series.Period,
        series.Times,
        i => i == 0
            ? double.NaN
            : function(series.Values[i] - series.Values[i - 1], series.Times[i] - series.Times[i - 1]));

    private static TimeSeries RunningSum(TimeSeries series)
    {
        var sum = 0d;
        return series.Map(value => sum += value);
    }

    // Of an array a missing value is left out of sums and extremes, which a 0 would change for extremes alone; an average counts it as 0.
    private static MathValue Reduce(MathValue value, Func<IEnumerable<double>, double> function, bool isOverAll = false)
    {
        switch (value)
        {
            case MathValue.Scalar:
                return value;
            case MathValue.Single { Series.Values: var values }:
                return new MathValue.Scalar(values.Length == 0 ? double.NaN : function(values));
            case MathValue.Many { Series: var all }:
                var times = TimeSeries.Union(all.AsSpan());
                var places = new int[all.Length];
                var found = new List<double>(all.Length);
                return new MathValue.Single(TimeSeries.Of(
                    all.Length == 0 ? string.Empty : all[0].Label,
                    all.Select(series => series.Period).DefaultIfEmpty(60).Max(),
                    times,
                    i =>
                    {
                        found.Clear();
                        for (var s = 0; s < all.Length; s++)
                        {
                            if (places[s] < all[s].Times.Length && all[s].Times[places[s]] == times[i])
                            {
                                found.Add(all[s].Values[places[s]++]);
                            }
                            else if (isOverAll)
                            {
                                found.Add(0);
                            }
                        }

                        return function(found);
                    }));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private MathValue Fill(string name, MathValue value, Func<TimeSeries, long, double> filler) =>
        Arithmetic.MapSeries(name, value, series =>
        {
            var times = TimeSeries.Union(series, series with { Times = scope.Grid(series.Period) });
            return TimeSeries.Of(series.Label, series.Period, times, i => series.At(times[i]) ?? filler(series, times[i]));
        });

    private MathValue Choose(MathValue condition, MathValue whenTrue, MathValue? whenFalse)
    {
        switch (condition)
        {
            case MathValue.Scalar scalar:
                return scalar.Value != 0
                    ? whenTrue
                    : whenFalse ?? new MathValue.Single(new TimeSeries("IF", scope.Period, [], []));
            case MathValue.Single { Series: var series }:
                return new MathValue.Single(TimeSeries.Of(
                    series.Label, series.Period, series.Times, i => series.Values[i] != 0
                        ? At(whenTrue, series.Times[i]) ?? 0
                        : whenFalse is null ? double.NaN : At(whenFalse, series.Times[i]) ?? double.NaN));
            default:
                throw CloudWatchErrors.Validation("The condition of IF must be a number or one time series.");
        }
    }

    private static double? At(MathValue value, long second) => value switch
    {
        MathValue.Scalar scalar => scalar.Value,
        MathValue.Single single => single.Series.At(second),
        _ => throw CloudWatchErrors.Validation("IF gives numbers or single time series, not arrays."),
    };
}
