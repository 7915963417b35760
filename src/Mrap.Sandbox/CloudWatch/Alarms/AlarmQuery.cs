using System.Collections.Immutable;
using Mrap.Sandbox.CloudWatch.MetricMath;
using Mrap.Sandbox.CloudWatch.Queries;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>A query of an alarm in its stored form: of a metric, or of an expression.</summary>
internal sealed record AlarmQuery(
    string Id,
    string? Label,
    bool ReturnsData,
    string? Expression,
    int? Period,
    string? Namespace,
    string? MetricName,
    ImmutableArray<MetricDimension> Dimensions,
    string? Statistic,
    string? Unit)
{
    /// <summary>The stored form of a query.</summary>
    public static AlarmQuery Of(MetricDataQuery query) => query switch
    {
        MetricDataQuery.Stat stat => new(
            stat.Id, stat.Label, stat.ReturnsData, Expression: null, stat.Period, stat.Metric.Namespace, stat.Metric.Name,
            stat.Metric.Dimensions, stat.Statistic.Name, stat.Unit),
        MetricDataQuery.Expression expression => new(
            expression.Id, expression.Label, expression.ReturnsData, expression.Text, expression.Period, Namespace: null,
            MetricName: null, [], Statistic: null, Unit: null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The query itself.</summary>
    public MetricDataQuery Open(string region, string account) => Expression is { } expression
        ? new MetricDataQuery.Expression(Id, Label, ReturnsData, expression, MathParser.Parse(expression), Period)
        : new MetricDataQuery.Stat(
            Id, Label, ReturnsData, new MetricIdentity(region, account, Namespace!, MetricName!, Dimensions.AsSpan()), Period!.Value,
            Queries.Statistic.Parse(Statistic!), Unit);
}
