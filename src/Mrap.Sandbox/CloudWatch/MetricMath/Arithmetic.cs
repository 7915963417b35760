using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>
/// Operators: of two series a missing value counts as 0, and a point that divides by zero is dropped (Amazon CloudWatch User Guide,
/// "Using metric math").
/// </summary>
internal static class Arithmetic
{
    /// <summary>Applies a function to every value.</summary>
    public static MathValue Map(MathValue value, Func<double, double> function) => value switch
    {
        MathValue.Scalar scalar => new MathValue.Scalar(function(scalar.Value)),
        MathValue.Single single => new MathValue.Single(single.Series.Map(function)),
        MathValue.Many many => new MathValue.Many([.. many.Series.Select(series => series.Map(function))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Applies a function to every series.</summary>
    public static MathValue MapSeries(string name, MathValue value, Func<TimeSeries, TimeSeries> function) => value switch
    {
        MathValue.Single single => new MathValue.Single(function(single.Series)),
        MathValue.Many many => new MathValue.Many([.. many.Series.Select(function)]),
        _ => throw CloudWatchErrors.Validation($"{name} takes time series, not a number."),
    };

    /// <summary>Applies an operator.</summary>
    /// <exception cref="Wire.ServiceException">Both are arrays.</exception>
    public static MathValue Combine(string sign, MathValue left, MathValue right)
    {
        var function = FunctionOf(sign);
        return (left, right) switch
        {
            (MathValue.Scalar a, MathValue.Scalar b) => new MathValue.Scalar(function(a.Value, b.Value)),
            (MathValue.Many, MathValue.Many) => throw CloudWatchErrors.Validation($"{sign} does not take two arrays of time series."),
            (MathValue.Many many, _) => new MathValue.Many([.. many.Series.Select(series => Combine(function, series, right))]),
            (_, MathValue.Many many) => new MathValue.Many([.. many.Series.Select(series => Combine(function, left, series))]),
            (MathValue.Single a, _) => new MathValue.Single(Combine(function, a.Series, right)),
            (_, MathValue.Single b) => new MathValue.Single(Combine(function, left, b.Series)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static TimeSeries Combine(Func<double, double, double> function, TimeSeries left, MathValue right)
    {
        if (right is MathValue.Scalar scalar)
        {
            return left.Map(value => function(value, scalar.Value));
        }

        var other = ((MathValue.Single)right).Series;
        return Both(function, left, other);
    }

    private static TimeSeries Combine(Func<double, double, double> function, MathValue left, TimeSeries right) =>
        left is MathValue.Scalar scalar
        ? right.Map(value => function(scalar.Value, value))
        : Both(function, ((MathValue.Single)left).Series, right);

    private static TimeSeries Both(Func<double, double, double> function, TimeSeries left, TimeSeries right)
    {
        var times = TimeSeries.Union(left, right);
        return TimeSeries.Of(
            left.Label, Math.Max(left.Period, right.Period), times, i => function(left.At(times[i]) ?? 0, right.At(times[i]) ?? 0));
    }

    private static Func<double, double, double> FunctionOf(string sign) => sign switch
    {
        "+" => static (a, b) => a + b,
        "-" => static (a, b) => a - b,
        "*" => static (a, b) => a * b,
        "/" => static (a, b) => a / b,
        "^" => Math.Pow,
        "==" => static (a, b) => Of(a == b),
        "!=" => static (a, b) => Of(a != b),
        "<" => static (a, b) => Of(a < b),
        ">" => static (a, b) => Of(a > b),
        "<=" => static (a, b) => Of(a <= b),
        ">=" => static (a, b) => Of(a >= b),
        "AND" or "&&" => static (a, b) => Of(a != 0 && b != 0),
        "OR" or "||" => static (a, b) => Of(a != 0 || b != 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double Of(bool claim) => claim ? 1 : 0;
}
