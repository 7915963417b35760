using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Sandbox.CloudWatch.Queries;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Alarms;

/// <summary>Evaluates every alarm each minute, but those of a Region that is down.</summary>
internal sealed class AlarmEvaluator(AlarmStore alarms, MetricStore metrics, RegionConditions conditions) : IMetricSampler
{
    /// <inheritdoc/>
    public void Sample(DateTimeOffset now)
    {
        foreach (var (region, account, alarm) in alarms.All)
        {
            if (conditions.Health.Of(RegionId.Parse(region).Value) != RegionHealth.Down)
            {
                Evaluate(region, account, alarm, now);
            }
        }
    }

    private static string ReasonOf(string state, AlarmRule rule, List<double?> values)
    {
        var known = values.OfType<double>().TakeLast(rule.EvaluationPeriods).ToList();
        if (known.Count == 0)
        {
            return state == AlarmState.InsufficientData
                ? $"Insufficient Data: {rule.EvaluationPeriods} datapoints were unknown."
                : $"Threshold Crossed: no datapoints were received for {rule.EvaluationPeriods} periods, and missing datapoints were "
                    + $"treated as [{rule.TreatMissingData}].";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: {known.Count(rule.IsBreaching)} out of the last {rule.EvaluationPeriods} datapoints "
                + $"[{string.Join(", ", known.TakeLast(5).Select(v => v.ToString(CultureInfo.InvariantCulture)))}] met the condition "
                + $"{rule.ComparisonOperator} ({rule.Threshold}).");
    }

    private void Evaluate(string region, string account, MetricAlarm alarm, DateTimeOffset now)
    {
        List<double?> values;
        try
        {
            values = Read(region, account, alarm, now.ToUnixTimeSeconds());
        }
        catch (ServiceException)
        {
            // an expression may come to what it cannot be evaluated with, such as a number
            values = [];
        }

        var state = alarm.Rule.Evaluate(values, alarm.State);
        if (state != alarm.State)
        {
            var reason = ReasonOf(state, alarm.Rule, values);
            alarms.Change(
                region, account, alarm.Name,
                current => ReferenceEquals(current, alarm) ? alarm.With(state, reason, reasonData: null, now) : current);
        }
    }

    private List<double?> Read(string region, string account, MetricAlarm alarm, long now)
    {
        var rule = alarm.Rule;
        var to = now - (now % rule.Period);
        var from = to - ((long)(rule.EvaluationPeriods + AlarmRule.Extra) * rule.Period);
        var queries = alarm.Queries.Select(query => query.Open(region, account)).ToList();
        var series = new QueryEvaluator(metrics, [.. queries], from, to).Evaluate(queries.Find(query => query.ReturnsData)!);
        var only = series.Length == 1 ? series[0] : null;
        return
        [
            .. Enumerable.Range(0, rule.EvaluationPeriods + AlarmRule.Extra).Select(i => only?.At(from + ((long)i * rule.Period))),
        ];
    }
}
