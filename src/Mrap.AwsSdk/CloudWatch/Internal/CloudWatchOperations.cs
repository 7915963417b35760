using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;
using Mrap.AwsSdk.Protocol;

namespace Amazon.CloudWatch.Internal;

/// <summary>How each operation goes out and comes back.</summary>
internal static class CloudWatchOperations
{
    private static readonly QueryDialect s_dialect = new("Amazon.CloudWatch", "2010-08-01", CloudWatchErrors.Of);

    public static InvokeOptions GetMetricData { get; } = s_dialect.Operation<GetMetricDataRequest, GetMetricDataResponse>(
        nameof(GetMetricData),
        (form, r) =>
        {
            form.Add("EndTime", r.EndTime);
            form.Add("LabelOptions", r.LabelOptions, (options, value) => options.Add("Timezone", value.Timezone));
            form.Add("MaxDatapoints", r.MaxDatapoints);
            form.Add("MetricDataQueries", r.MetricDataQueries, CloudWatchForms.Query);
            form.Add("NextToken", r.NextToken);
            form.Add("ScanBy", r.ScanBy?.Value);
            form.Add("StartTime", r.StartTime);
        },
        x => new()
        {
            Messages = ResponseXml.List(x, "Messages", CloudWatchAnswers.Message),
            MetricDataResults = ResponseXml.List(x, "MetricDataResults", CloudWatchAnswers.Result),
            NextToken = ResponseXml.Text(x, "NextToken"),
        });

    public static InvokeOptions GetMetricStatistics { get; } =
        s_dialect.Operation<GetMetricStatisticsRequest, GetMetricStatisticsResponse>(
        nameof(GetMetricStatistics),
        (form, r) =>
        {
            form.Add("Dimensions", r.Dimensions, CloudWatchForms.Dimension);
            form.Add("EndTime", r.EndTime);
            form.Add("ExtendedStatistics", r.ExtendedStatistics);
            form.Add("MetricName", r.MetricName);
            form.Add("Namespace", r.Namespace);
            form.Add("Period", r.Period);
            form.Add("StartTime", r.StartTime);
            form.Add("Statistics", r.Statistics);
            form.Add("Unit", r.Unit?.Value);
        },
        x => new()
        {
            Datapoints = ResponseXml.List(x, "Datapoints", CloudWatchAnswers.Datapoint),
            Label = ResponseXml.Text(x, "Label"),
        });

    public static InvokeOptions ListMetrics { get; } = s_dialect.Operation<ListMetricsRequest, ListMetricsResponse>(
        nameof(ListMetrics),
        (form, r) =>
        {
            form.Add("Dimensions", r.Dimensions, CloudWatchForms.Filter);
            form.Add("MetricName", r.MetricName);
            form.Add("Namespace", r.Namespace);
            form.Add("NextToken", r.NextToken);
            form.Add("RecentlyActive", r.RecentlyActive?.Value);
        },
        x => new()
        {
            Metrics = ResponseXml.List(x, "Metrics", CloudWatchAnswers.Metric),
            NextToken = ResponseXml.Text(x, "NextToken"),
        });

    public static InvokeOptions PutMetricData { get; } = s_dialect.Operation<PutMetricDataRequest, PutMetricDataResponse>(
        nameof(PutMetricData),
        (form, r) =>
        {
            form.Add("MetricData", r.MetricData, CloudWatchForms.Datum);
            form.Add("Namespace", r.Namespace);
        },
        _ => new());

    public static InvokeOptions PutMetricAlarm { get; } = s_dialect.Operation<PutMetricAlarmRequest, PutMetricAlarmResponse>(
        nameof(PutMetricAlarm), CloudWatchForms.Alarm, _ => new());

    public static InvokeOptions DescribeAlarms { get; } = s_dialect.Operation<DescribeAlarmsRequest, DescribeAlarmsResponse>(
        nameof(DescribeAlarms),
        (form, r) =>
        {
            form.Add("AlarmNamePrefix", r.AlarmNamePrefix);
            form.Add("AlarmNames", r.AlarmNames);
            form.Add("MaxRecords", r.MaxRecords);
            form.Add("NextToken", r.NextToken);
            form.Add("StateValue", r.StateValue?.Value);
        },
        x => new()
        {
            MetricAlarms = ResponseXml.List(x, "MetricAlarms", CloudWatchAnswers.Alarm),
            NextToken = ResponseXml.Text(x, "NextToken"),
        });

    public static InvokeOptions DeleteAlarms { get; } = s_dialect.Operation<DeleteAlarmsRequest, DeleteAlarmsResponse>(
        nameof(DeleteAlarms), (form, r) => form.Add("AlarmNames", r.AlarmNames), _ => new());
}
