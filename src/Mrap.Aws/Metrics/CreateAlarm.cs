using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Makes an alarm, or sets the threshold of the one that is there already, in the Region that publishes what it watches.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class CreateAlarm(AwsClients clients, ChangeGate gate)
{
    private const int Minute = 60;

    /// <summary>Makes it; it takes an operator.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nothing, or why it was not made.</returns>
    public Task<Outcome<Unit>> ExecuteAsync(AlarmDraft draft, CancellationToken cancellationToken)
    {
        var name = draft.AccessPoint.Value;
        var after = string.Create(null, $"{draft.Name} in {draft.Query.Region}: {draft.Query.Metric.Name} > {draft.Threshold}");
        return gate.PassAsync(
            new Change(ChangeAction.CreateAlarm, name, name, Before: null, after), () => PutAsync(draft, cancellationToken));
    }

    private async Task<Outcome<Unit>> PutAsync(AlarmDraft draft, CancellationToken cancellationToken)
    {
        var query = draft.Query;
        var request = new PutMetricAlarmRequest
        {
            AlarmName = draft.Name,
            AlarmDescription = draft.Description,
            Namespace = S3Metrics.Namespace,
            MetricName = query.Metric.Name,
            Dimensions = [.. query.Subject.Dimensions.Select(pair => new Dimension { Name = pair.Key, Value = pair.Value })],
            Statistic = query.Statistic.ToString(),
            Period = Minute,
            EvaluationPeriods = AlarmDraft.Periods,
            DatapointsToAlarm = AlarmDraft.PeriodsToAlarm,
            Threshold = draft.Threshold,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = draft.MissingData,
        };
        var answer = await AwsCall.InvokeAsync(
            $"The alarm `{draft.Name}` was not made.", () => clients.Metrics(query.Region).PutMetricAlarmAsync(request, cancellationToken));
        return answer.TryGet(out _, out var fault) ? Unit.Instance : fault;
    }
}
