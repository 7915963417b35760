using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.CloudWatch.Queries;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>Reads the alarm that a call puts (CloudWatch API Reference, "PutMetricAlarm").</summary>
internal static class AlarmReader
{
    private const int MaxActions = 5;
    private const int MaxActionLength = 1024;
    private const int Day = 86_400;

    /// <summary>Reads it.</summary>
    /// <exception cref="ServiceException">It breaks a rule, or takes what is not served.</exception>
    public static MetricAlarm Read(CloudWatchCall call)
    {
        var input = call.Input;
        var name = input.Required("AlarmName", 255);
        var (queries, isMath) = ReadQueries(call);
        var rule = ReadRule(input, queries);
        return new MetricAlarm
        {
            Name = name,
            Description = input.Text("AlarmDescription") is { Length: > 1024 }
                ? throw CloudWatchErrors.InvalidValue("The parameter AlarmDescription may have 1024 characters.")
                : input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            OkActions = Actions(input, "OKActions"),
            AlarmActions = Actions(input, "AlarmActions"),
            InsufficientDataActions = Actions(input, "InsufficientDataActions"),
            Queries = [.. queries.Select(AlarmQuery.Of)],
            IsMath = isMath,
            Rule = rule,
            DatapointsToAlarm = input.Number("DatapointsToAlarm") is null ? null : rule.DatapointsToAlarm,
            TreatMissingData = input.Text("TreatMissingData"),
            EvaluateLowSampleCountPercentile = input.OneOf("EvaluateLowSampleCountPercentile", "evaluate", "ignore"),
            Configured = call.Now,
            StateUpdated = call.Now,
            StateChanged = call.Now,
        };
    }

    private static (ImmutableArray<MetricDataQuery> Queries, bool IsMath) ReadQueries(CloudWatchCall call)
    {
        var input = call.Input;
        var metrics = input.Structures("Metrics");
        if (metrics.Count == 0)
        {
            return ([ReadMetric(call)], false);
        }

        if (input.Text("MetricName") is not null || input.Text("Statistic") is not null || input.Text("ExtendedStatistic") is not null
            || input.Number("Period") is not null)
        {
            throw CloudWatchErrors.InvalidCombination(
                "Metrics excludes MetricName, Namespace, Dimensions, Period, Unit and the statistics.");
        }

        var queries = MetricDataQuery.ReadAll(call, metrics);
        return queries.Count(query => query.ReturnsData) == 1
            ? (queries, true)
            : throw CloudWatchErrors.Validation("Exactly one of the metrics of an alarm must have ReturnData true.");
    }

    private static MetricDataQuery.Stat ReadMetric(CloudWatchCall call)
    {
        var input = call.Input;
        var (simple, extended) = (input.Text("Statistic"), input.Text("ExtendedStatistic"));
        if ((simple is null) == (extended is null))
        {
            throw CloudWatchErrors.InvalidCombination("Exactly one of the parameters Statistic and ExtendedStatistic must be specified.");
        }

        var statistic = Statistic.Parse(simple ?? extended!);
        return statistic.IsPercentile == simple is null
            ? new("m1", Label: null, ReturnsData: true, MetricReader.Identity(call, input), MetricReader.Period(input), statistic,
                MetricReader.Unit(input))
            : throw CloudWatchErrors.InvalidValue("The parameter Statistic takes no percentile, ExtendedStatistic nothing else.");
    }

    private static AlarmRule ReadRule(CloudWatchInput input, ImmutableArray<MetricDataQuery> queries)
    {
        var comparison = input.Text("ComparisonOperator") switch
        {
            null => throw CloudWatchErrors.Missing("ComparisonOperator"),
            "LessThanLowerOrGreaterThanUpperThreshold" or "LessThanLowerThreshold" or "GreaterThanUpperThreshold" =>
                throw CloudWatchErrors.NotServed("Anomaly detection"),
            _ => input.OneOf(
                "ComparisonOperator", "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold",
                "LessThanOrEqualToThreshold")!,
        };
        var periods = input.Integer("EvaluationPeriods", 1, 10_000) ?? throw CloudWatchErrors.Missing("EvaluationPeriods");
        var toAlarm = input.Integer("DatapointsToAlarm", 1, periods) ?? periods;
        var threshold = input.Number("Threshold") ?? throw CloudWatchErrors.Missing("Threshold");
        var period = queries.Select(query => query switch
        {
            MetricDataQuery.Stat stat => stat.Period,
            MetricDataQuery.Expression expression => expression.Period ?? 60,
            _ => throw new System.Diagnostics.UnreachableException(),
        }).Max();
        if ((long)period * periods > (period >= 3600 ? 7 : 1) * Day)
        {
            throw CloudWatchErrors.InvalidValue(
                "The parameters Period and EvaluationPeriods must not span more than a day, or a week for periods of an hour and more.");
        }

        return new AlarmRule(
            period, periods, toAlarm, comparison, threshold,
            input.OneOf("TreatMissingData", "missing", "ignore", "breaching", "notBreaching") ?? "missing");
    }

    private static ImmutableArray<string> Actions(CloudWatchInput input, string name)
    {
        var actions = input.Texts(name);
        return actions.Count <= MaxActions && actions.All(action => action.Length is >= 1 and <= MaxActionLength)
            ? [.. actions]
            : throw CloudWatchErrors.InvalidValue(
                $"The parameter {name} may have {MaxActions} members of 1 to {MaxActionLength} characters.");
    }
}
