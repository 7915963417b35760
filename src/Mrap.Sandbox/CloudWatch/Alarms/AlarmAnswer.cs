using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>Writes alarms (CloudWatch API Reference, "MetricAlarm").</summary>
internal static class AlarmAnswer
{
    /// <summary>Writes an alarm.</summary>
    public static void Write(CloudWatchOutput output, string region, string account, MetricAlarm alarm)
    {
        output.Text("AlarmName", alarm.Name);
        output.Text("AlarmArn", MetricAlarm.Arn(region, account, alarm.Name));
        output.Text("AlarmDescription", alarm.Description);
        output.Instant("AlarmConfigurationUpdatedTimestamp", alarm.Configured);
        output.Flag("ActionsEnabled", alarm.ActionsEnabled);
        output.Texts("OKActions", alarm.OkActions);
        output.Texts("AlarmActions", alarm.AlarmActions);
        output.Texts("InsufficientDataActions", alarm.InsufficientDataActions);
        output.Text("StateValue", alarm.State);
        output.Text("StateReason", alarm.StateReason);
        output.Text("StateReasonData", alarm.StateReasonData);
        output.Instant("StateUpdatedTimestamp", alarm.StateUpdated);
        output.Instant("StateTransitionedTimestamp", alarm.StateChanged);
        output.Integer("EvaluationPeriods", alarm.Rule.EvaluationPeriods);
        output.Integer("DatapointsToAlarm", alarm.DatapointsToAlarm);
        output.Number("Threshold", alarm.Rule.Threshold);
        output.Text("ComparisonOperator", alarm.Rule.ComparisonOperator);
        output.Text("TreatMissingData", alarm.TreatMissingData);
        output.Text("EvaluateLowSampleCountPercentile", alarm.EvaluateLowSampleCountPercentile);
        if (alarm.IsMath)
        {
            output.Structures("Dimensions", Array.Empty<string>(), _ => { });
            output.Structures("Metrics", alarm.Queries, query => Write(output, query));
        }
        else
        {
            WriteMetric(output, alarm.Queries[0]);
        }
    }

    private static void WriteMetric(CloudWatchOutput output, AlarmQuery query)
    {
        output.Text("MetricName", query.MetricName);
        output.Text("Namespace", query.Namespace);
        output.Text(query.Statistic![0] is 'p' or 'P' ? "ExtendedStatistic" : "Statistic", query.Statistic);
        output.Structures("Dimensions", query.Dimensions, dimension => Write(output, dimension));
        output.Integer("Period", query.Period);
        output.Text("Unit", query.Unit);
    }

    private static void Write(CloudWatchOutput output, AlarmQuery query)
    {
        output.Text("Id", query.Id);
        output.Text("Label", query.Label);
        output.Flag("ReturnData", query.ReturnsData);
        if (query.Expression is not null)
        {
            output.Text("Expression", query.Expression);
            output.Integer("Period", query.Period);
            return;
        }

        output.Structure("MetricStat", () =>
        {
            output.Structure("Metric", () =>
            {
                output.Text("Namespace", query.Namespace);
                output.Text("MetricName", query.MetricName);
                output.Structures("Dimensions", query.Dimensions, dimension => Write(output, dimension));
            });
            output.Integer("Period", query.Period);
            output.Text("Stat", query.Statistic);
            output.Text("Unit", query.Unit);
        });
    }

    private static void Write(CloudWatchOutput output, MetricDimension dimension)
    {
        output.Text("Name", dimension.Name);
        output.Text("Value", dimension.Value);
    }
}
