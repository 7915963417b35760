using Amazon.CloudWatch.Model;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>Writes the shapes that requests hold.</summary>
internal static class CloudWatchForms
{
    public static void Query(QueryParameters form, MetricDataQuery query)
    {
        form.Add("AccountId", query.AccountId);
        form.Add("Expression", query.Expression);
        form.Add("Id", query.Id);
        form.Add("Label", query.Label);
        form.Add("MetricStat", query.MetricStat, Stat);
        form.Add("Period", query.Period);
        form.Add("ReturnData", query.ReturnData);
    }

    public static void Dimension(QueryParameters form, Dimension dimension)
    {
        form.Add("Name", dimension.Name);
        form.Add("Value", dimension.Value);
    }

    public static void Filter(QueryParameters form, DimensionFilter filter)
    {
        form.Add("Name", filter.Name);
        form.Add("Value", filter.Value);
    }

    public static void Datum(QueryParameters form, MetricDatum datum)
    {
        form.Add("Counts", datum.Counts);
        form.Add("Dimensions", datum.Dimensions, Dimension);
        form.Add("MetricName", datum.MetricName);
        form.Add("StatisticValues", datum.StatisticValues, Statistics);
        form.Add("StorageResolution", datum.StorageResolution);
        form.Add("Timestamp", datum.Timestamp);
        form.Add("Unit", datum.Unit?.Value);
        form.Add("Value", datum.Value);
        form.Add("Values", datum.Values);
    }

    public static void Alarm(QueryParameters form, PutMetricAlarmRequest alarm)
    {
        form.Add("ActionsEnabled", alarm.ActionsEnabled);
        form.Add("AlarmActions", alarm.AlarmActions);
        form.Add("AlarmDescription", alarm.AlarmDescription);
        form.Add("AlarmName", alarm.AlarmName);
        form.Add("ComparisonOperator", alarm.ComparisonOperator?.Value);
        form.Add("DatapointsToAlarm", alarm.DatapointsToAlarm);
        form.Add("Dimensions", alarm.Dimensions, Dimension);
        form.Add("EvaluationPeriods", alarm.EvaluationPeriods);
        form.Add("ExtendedStatistic", alarm.ExtendedStatistic);
        form.Add("MetricName", alarm.MetricName);
        form.Add("Metrics", alarm.Metrics, Query);
        form.Add("Namespace", alarm.Namespace);
        form.Add("Period", alarm.Period);
        form.Add("Statistic", alarm.Statistic?.Value);
        form.Add("Tags", alarm.Tags, Tag);
        form.Add("Threshold", alarm.Threshold);
        form.Add("TreatMissingData", alarm.TreatMissingData);
        form.Add("Unit", alarm.Unit?.Value);
    }

    private static void Stat(QueryParameters form, MetricStat stat)
    {
        form.Add("Metric", stat.Metric, Metric);
        form.Add("Period", stat.Period);
        form.Add("Stat", stat.Stat);
        form.Add("Unit", stat.Unit?.Value);
    }

    private static void Metric(QueryParameters form, Metric metric)
    {
        form.Add("Dimensions", metric.Dimensions, Dimension);
        form.Add("MetricName", metric.MetricName);
        form.Add("Namespace", metric.Namespace);
    }

    private static void Statistics(QueryParameters form, StatisticSet set)
    {
        form.Add("Maximum", set.Maximum);
        form.Add("Minimum", set.Minimum);
        form.Add("SampleCount", set.SampleCount);
        form.Add("Sum", set.Sum);
    }

    private static void Tag(QueryParameters form, Tag tag)
    {
        form.Add("Key", tag.Key);
        form.Add("Value", tag.Value);
    }
}
