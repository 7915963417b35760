using System.Collections.Immutable;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.MetricMath;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>A metric or an expression that is asked for (CloudWatch API Reference, "MetricDataQuery").</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What its result is called; null for the usual name.</param>
/// <param name="ReturnsData">Whether its result is wanted, not only used by expressions.</param>
internal abstract record MetricDataQuery(string Id, string? Label, bool ReturnsData)
{
    /// <summary>The most queries of a call.</summary>
    public const int MaxQueries = 500;

    private const int MaxLabel = 2048;

    /// <summary>Reads the queries of a call.</summary>
    /// <exception cref="Wire.ServiceException">There are none or too many, or one breaks a rule.</exception>
    public static ImmutableArray<MetricDataQuery> ReadAll(CloudWatchCall call, IReadOnlyList<CloudWatchInput> inputs)
    {
        if (inputs.Count is 0 or > MaxQueries)
        {
            throw CloudWatchErrors.Validation($"A call must have 1 to {MaxQueries} queries.");
        }

        ImmutableArray<MetricDataQuery> queries = [.. inputs.Select(input => Read(call, input))];
        var twice = queries.GroupBy(query => query.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? queries
            : throw CloudWatchErrors.Validation($"The id {DisplayText.Truncate(twice.Key)} is given to several queries.");
    }

    private static MetricDataQuery Read(CloudWatchCall call, CloudWatchInput input)
    {
        var id = input.Required("Id", 255);
        if (!char.IsAsciiLetterLower(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw CloudWatchErrors.Validation(
                $"The id {DisplayText.Truncate(id)} must begin with a lower-case letter and hold only letters, digits and underscores.");
        }

        if (input.Text("AccountId") is { } account && account != call.Account)
        {
            throw CloudWatchErrors.NotServed("Reading the metrics of another account");
        }

        var label = input.Text("Label") is { Length: > 0 and <= MaxLabel } text ? text : null;
        var returnsData = input.Flag("ReturnData") ?? true;
        return (input.Structure("MetricStat"), input.Text("Expression")) switch
        {
            ({ } stat, null) => ReadStat(call, stat, id, label, returnsData),
            (null, { } expression) => new Expression(
                id, label, returnsData, expression, MathParser.Parse(expression),
                input.Number("Period") is null ? null : MetricReader.Period(input)),
            _ => throw CloudWatchErrors.Validation(
                $"The query {DisplayText.Truncate(id)} must have either MetricStat or Expression."),
        };
    }

    private static Stat ReadStat(CloudWatchCall call, CloudWatchInput stat, string id, string? label, bool returnsData) => new(
        id,
        label,
        returnsData,
        MetricReader.Identity(call, stat.Structure("Metric") ?? throw CloudWatchErrors.Missing("Metric")),
        MetricReader.Period(stat),
        Statistic.Parse(stat.Text("Stat") ?? throw CloudWatchErrors.Missing("Stat")),
        MetricReader.Unit(stat));

    /// <summary>A statistic of a metric.</summary>
    /// <param name="Period">The seconds of a period.</param>
    /// <param name="Unit">The unit that the metric must have; null for any.</param>
    internal sealed record Stat(
        string Id, string? Label, bool ReturnsData, MetricIdentity Metric, int Period, Statistic Statistic, string? Unit)
        : MetricDataQuery(Id, Label, ReturnsData);

    /// <summary>An expression over other queries.</summary>
    /// <param name="Period">The seconds of a period of what comes from no metric; null for the longest of the metrics.</param>
    /// <param name="Text">As it was written.</param>
    internal sealed record Expression(string Id, string? Label, bool ReturnsData, string Text, MathNode Node, int? Period)
        : MetricDataQuery(Id, Label, ReturnsData);
}
