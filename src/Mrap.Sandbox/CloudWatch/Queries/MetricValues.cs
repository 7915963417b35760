using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>The values of a metric that a call brings (CloudWatch API Reference, "MetricDatum").</summary>
internal abstract record MetricValues
{
    private const int MaxValues = 150;
    private static readonly double s_largest = Math.ScaleB(1, 360);

    private MetricValues()
    {
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="Wire.ServiceException">They break a rule.</exception>
    public static MetricValues Read(CloudWatchInput datum)
    {
        var value = datum.Number("Value");
        var values = datum.Numbers("Values");
        var counts = datum.Numbers("Counts");
        var statistics = datum.Structure("StatisticValues");
        if ((value is null ? 0 : 1) + (values.Count > 0 ? 1 : 0) + (statistics is null ? 0 : 1) != 1)
        {
            throw CloudWatchErrors.InvalidCombination(
                "A member of MetricData must have exactly one of Value, Values and StatisticValues.");
        }

        if (statistics is not null)
        {
            return ReadSummary(statistics);
        }

        if (values.Count > MaxValues || (counts.Count > 0 && counts.Count != values.Count))
        {
            throw CloudWatchErrors.InvalidValue(
                $"The parameter Values may have {MaxValues} members, and Counts must have as many as Values.");
        }

        if (counts.Any(static count => count <= 0 || count > 1e15))
        {
            throw CloudWatchErrors.InvalidValue("The parameter Counts must have positive members.");
        }

        return value is { } one
            ? new Weighted([(Checked(one), 1)])
            : new Weighted([.. values.Select((v, i) => (Checked(v), counts.Count > 0 ? counts[i] : 1))]);
    }

    /// <summary>Adds them to a metric.</summary>
    /// <param name="second">When they were measured, since 1970.</param>
    public abstract void AddTo(MetricSeries series, long second);

    private static Summary ReadSummary(CloudWatchInput statistics)
    {
        var count = Number("SampleCount");
        var summary = new Summary(count, Number("Sum"), Number("Minimum"), Number("Maximum"));
        return count > 0 && summary.Minimum <= summary.Maximum
            ? summary
            : throw CloudWatchErrors.InvalidValue(
                "The parameter StatisticValues must have a positive SampleCount, and a Minimum that does not exceed its Maximum.");

        double Number(string name) => Checked(statistics.Number(name) ?? throw CloudWatchErrors.Missing(name));
    }

    private static double Checked(double value) => Math.Abs(value) <= s_largest
        ? value
        : throw CloudWatchErrors.InvalidValue("A value must be from -2^360 to 2^360.");

    private sealed record Weighted(ImmutableArray<(double Value, double Count)> Values) : MetricValues
    {
        public override void AddTo(MetricSeries series, long second)
        {
            foreach (var (value, count) in Values)
            {
                series.Add(second, value, count);
            }
        }
    }

    private sealed record Summary(double Count, double Sum, double Minimum, double Maximum) : MetricValues
    {
        public override void AddTo(MetricSeries series, long second) => series.AddSummary(second, Count, Sum, Minimum, Maximum);
    }
}
