using System.Collections.Immutable;
using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>GetMetricStatistics.</summary>
internal sealed class GetMetricStatistics(MetricStore store) : ICloudWatchOperations
{
    private const int MaxPoints = 1440;
    private const int MaxPercentiles = 10;

    /// <inheritdoc/>
    public ImmutableArray<CloudWatchOperation> Operations => [new("GetMetricStatistics", Answer)];

    private Action<CloudWatchOutput> Answer(CloudWatchCall call)
    {
        var input = call.Input;
        var identity = MetricReader.Identity(call, input);
        var (start, end) = (input.RequiredInstant("StartTime"), input.RequiredInstant("EndTime"));
        var period = MetricReader.Period(input);
        var unit = MetricReader.Unit(input);
        var (simple, percentiles) = ReadStatistics(input);
        if (start >= end)
        {
            throw CloudWatchErrors.InvalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }

        // here periods are counted from the start of the call
        var (from, to) = (MetricReader.Start(start, call.Now), MetricReader.End(end));
        CheckCount((to - from + period - 1) / period);
        var series = store.Find(identity) is { } found && (unit ?? found.Unit) == found.Unit ? found : null;
        var points = series is null ? [] : store.Read(series, from, to, period, withDigests: percentiles.Length > 0);
        return output =>
        {
            output.Text("Label", identity.Name);
            output.Structures("Datapoints", points, at =>
            {
                output.Instant("Timestamp", DateTimeOffset.FromUnixTimeSeconds(at.Key));
                foreach (var statistic in simple)
                {
                    output.Number(statistic.Name, statistic.Of(at.Value));
                }

                output.Text("Unit", series!.Unit);
                if (percentiles.Length > 0)
                {
                    output.Numbers("ExtendedStatistics", percentiles, statistic => statistic.Name, statistic => statistic.Of(at.Value));
                }
            });
        };
    }

    private static (ImmutableArray<Statistic> Simple, ImmutableArray<Statistic> Percentiles) ReadStatistics(CloudWatchInput input)
    {
        ImmutableArray<Statistic> simple = [.. input.Texts("Statistics").Distinct(StringComparer.Ordinal).Select(Statistic.Parse)];
        ImmutableArray<Statistic> percentiles =
            [.. input.Texts("ExtendedStatistics").Distinct(StringComparer.Ordinal).Select(Statistic.Parse)];
        if (simple.IsEmpty && percentiles.IsEmpty)
        {
            throw CloudWatchErrors.InvalidCombination(
                "At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        if (percentiles.Length > MaxPercentiles || simple.Any(statistic => statistic.IsPercentile)
            || !percentiles.All(statistic => statistic.IsPercentile))
        {
            throw CloudWatchErrors.InvalidValue(
                "The parameter Statistics takes SampleCount, Average, Sum, Minimum and Maximum, ExtendedStatistics at most 10 "
                    + "percentiles.");
        }

        return (simple, percentiles);
    }

    private static void CheckCount(long count)
    {
        if (count > MaxPoints)
        {
            throw CloudWatchErrors.InvalidCombination(string.Create(
                CultureInfo.InvariantCulture,
                $"You have requested up to {count:N0} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints "
                    + $"requested by increasing Period, or decreasing the time range."));
        }
    }
}
