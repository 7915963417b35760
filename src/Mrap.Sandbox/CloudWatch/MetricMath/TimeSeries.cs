namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>Values over time, oldest first; not every period has one.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Period">The seconds of a period.</param>
/// <param name="Times">The starts of the periods, in seconds since 1970, ascending.</param>
/// <param name="Values">A value for each of them.</param>
internal sealed record TimeSeries(string Label, int Period, long[] Times, double[] Values)
{
    /// <summary>The value at an instant; null when there is none.</summary>
    public double? At(long second) => Array.BinarySearch(Times, second) is >= 0 and var at ? Values[at] : null;

    /// <summary>A series of the values that a function gives; what is no finite number is left out.</summary>
    public TimeSeries Map(Func<double, double> function) => Of(Label, Period, Times, i => function(Values[i]));

    /// <summary>A series of the values that a function gives for the place of an instant; what is no finite number is left out.</summary>
    public static TimeSeries Of(string label, int period, long[] times, Func<int, double> function)
    {
        var values = new double[times.Length];
        var kept = new long[times.Length];
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var value = function(i);
            if (double.IsFinite(value))
            {
                values[count] = value;
                kept[count++] = times[i];
            }
        }

        return new TimeSeries(label, period, kept[..count], values[..count]);
    }

    /// <summary>Every instant at which one of several series has a value.</summary>
    public static long[] Union(params ReadOnlySpan<TimeSeries> all)
    {
        if (all.Length == 1)
        {
            return all[0].Times;
        }

        var times = new SortedSet<long>();
        foreach (var series in all)
        {
            times.UnionWith(series.Times);
        }

        return [.. times];
    }
}
