using System.Xml.Linq;
using Amazon.CloudWatch.Model;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads the shapes that answers hold.</summary>
internal static class CloudWatchAnswers
{
    public static MetricDataResult Result(XElement result) => new()
    {
        Id = ResponseXml.Text(result, "Id"),
        Label = ResponseXml.Text(result, "Label"),
        Messages = ResponseXml.List(result, "Messages", Message),
        StatusCode = ResponseXml.Constant(result, "StatusCode", StatusCode.FindValue),
        Timestamps = ResponseXml.List(result, "Timestamps", ResponseXml.Time),
        Values = ResponseXml.List(result, "Values", ResponseXml.Number),
    };

    public static MessageData Message(XElement message) => new()
    {
        Code = ResponseXml.Text(message, "Code"),
        Value = ResponseXml.Text(message, "Value"),
    };

    public static Datapoint Datapoint(XElement point) => new()
    {
        Average = ResponseXml.Number(point, "Average"),
        ExtendedStatistics = Percentiles(point),
        Maximum = ResponseXml.Number(point, "Maximum"),
        Minimum = ResponseXml.Number(point, "Minimum"),
        SampleCount = ResponseXml.Number(point, "SampleCount"),
        Sum = ResponseXml.Number(point, "Sum"),
        Timestamp = ResponseXml.Time(point, "Timestamp"),
        Unit = ResponseXml.Constant(point, "Unit", StandardUnit.FindValue),
    };

    public static Metric Metric(XElement metric) => new()
    {
        Dimensions = ResponseXml.List(metric, "Dimensions", Dimension),
        MetricName = ResponseXml.Text(metric, "MetricName"),
        Namespace = ResponseXml.Text(metric, "Namespace"),
    };

    public static MetricAlarm Alarm(XElement alarm) => new()
    {
        ActionsEnabled = ResponseXml.Bool(alarm, "ActionsEnabled"),
        AlarmActions = ResponseXml.Texts(alarm, "AlarmActions"),
        AlarmArn = ResponseXml.Text(alarm, "AlarmArn"),
        AlarmConfigurationUpdatedTimestamp = ResponseXml.Time(alarm, "AlarmConfigurationUpdatedTimestamp"),
        AlarmDescription = ResponseXml.Text(alarm, "AlarmDescription"),
        AlarmName = ResponseXml.Text(alarm, "AlarmName"),
        ComparisonOperator = ResponseXml.Constant(alarm, "ComparisonOperator", ComparisonOperator.FindValue),
        DatapointsToAlarm = ResponseXml.Int(alarm, "DatapointsToAlarm"),
        Dimensions = ResponseXml.List(alarm, "Dimensions", Dimension),
        EvaluationPeriods = ResponseXml.Int(alarm, "EvaluationPeriods"),
        ExtendedStatistic = ResponseXml.Text(alarm, "ExtendedStatistic"),
        MetricName = ResponseXml.Text(alarm, "MetricName"),
        Metrics = ResponseXml.List(alarm, "Metrics", Query),
        Namespace = ResponseXml.Text(alarm, "Namespace"),
        Period = ResponseXml.Int(alarm, "Period"),
        StateReason = ResponseXml.Text(alarm, "StateReason"),
        StateUpdatedTimestamp = ResponseXml.Time(alarm, "StateUpdatedTimestamp"),
        StateValue = ResponseXml.Constant(alarm, "StateValue", StateValue.FindValue),
        Statistic = ResponseXml.Constant(alarm, "Statistic", Statistic.FindValue),
        Threshold = ResponseXml.Number(alarm, "Threshold"),
        TreatMissingData = ResponseXml.Text(alarm, "TreatMissingData"),
        Unit = ResponseXml.Constant(alarm, "Unit", StandardUnit.FindValue),
    };

    private static MetricDataQuery Query(XElement query) => new()
    {
        AccountId = ResponseXml.Text(query, "AccountId"),
        Expression = ResponseXml.Text(query, "Expression"),
        Id = ResponseXml.Text(query, "Id"),
        Label = ResponseXml.Text(query, "Label"),
        MetricStat = ResponseXml.Child(query, "MetricStat") is { } stat ? Stat(stat) : null,
        Period = ResponseXml.Int(query, "Period"),
        ReturnData = ResponseXml.Bool(query, "ReturnData"),
    };

    private static MetricStat Stat(XElement stat) => new()
    {
        Metric = ResponseXml.Child(stat, "Metric") is { } metric ? Metric(metric) : null,
        Period = ResponseXml.Int(stat, "Period"),
        Stat = ResponseXml.Text(stat, "Stat"),
        Unit = ResponseXml.Constant(stat, "Unit", StandardUnit.FindValue),
    };

    private static Dimension Dimension(XElement dimension) => new()
    {
        Name = ResponseXml.Text(dimension, "Name"),
        Value = ResponseXml.Text(dimension, "Value"),
    };

    private static Dictionary<string, double>? Percentiles(XElement point) =>
        ResponseXml.Child(point, "ExtendedStatistics")?.Elements().ToDictionary(
            entry => ResponseXml.Text(entry, "key") ?? string.Empty,
            entry => ResponseXml.Number(entry, "value") ?? 0,
            StringComparer.Ordinal);
}
