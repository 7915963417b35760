using Amazon.CloudWatch.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>Deletes an alarm of an access point.</summary>
/// <param name="gate">Checks the role of who acts and writes the activity log.</param>
public sealed class DeleteAlarm(AwsClients clients, ChangeGate gate)
{
    /// <summary>Deletes it; it takes an operator. One that is gone already counts as deleted.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nothing, or why it was not deleted: it is not an alarm of this access point, or the service refused.</returns>
    public Task<Outcome<Unit>> ExecuteAsync(AccessPointName accessPoint, AccessPointAlarm alarm, CancellationToken cancellationToken) =>
        gate.PassAsync(
            new Change(
                ChangeAction.DeleteAlarm, accessPoint.Value, accessPoint.Value, $"{alarm.Name} in {alarm.Region}", After: null),
            () => RemoveAsync(accessPoint, alarm, cancellationToken));

    private async Task<Outcome<Unit>> RemoveAsync(
        AccessPointName accessPoint, AccessPointAlarm alarm, CancellationToken cancellationToken)
    {
        var whatFailed = $"The alarm `{alarm.Name}` was not deleted.";
        if (!alarm.Name.StartsWith(AlarmDraft.PrefixOf(accessPoint), StringComparison.Ordinal))
        {
            return AwsFaults.Invalid(
                whatFailed, $"It is not an alarm of `{accessPoint}`.", "Delete it in CloudWatch, or at its own access point.");
        }

        var request = new DeleteAlarmsRequest { AlarmNames = [alarm.Name] };
        var answer =
            await AwsCall.InvokeAsync(whatFailed, () => clients.Metrics(alarm.Region).DeleteAlarmsAsync(request, cancellationToken));
        return answer.TryGet(out _, out var fault) || fault.Code == "ResourceNotFound" ? Unit.Instance : fault;
    }
}
