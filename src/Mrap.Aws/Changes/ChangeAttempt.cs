using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Changes;

/// <summary>One try to make a change, from its beginning to its entry in the activity log.</summary>
internal sealed class ChangeAttempt
{
    private readonly ActivityWriter _writer;
    private readonly TimeProvider _time;
    private readonly ActingUser _user;
    private readonly Change _change;
    private readonly string _correlationId;
    private readonly DateTimeOffset _at;
    private readonly long _begun;

    public ChangeAttempt(ActivityWriter writer, TimeProvider time, ActingUser user, Change change, string correlationId)
    {
        (_writer, _time, _user, _change, _correlationId) = (writer, time, user, change, correlationId);
        (_at, _begun) = (time.GetUtcNow(), time.GetTimestamp());
    }

    /// <summary>Why the person may not make it; null when it may.</summary>
    public AwsFault? Refusal => _user.May(_change.Action)
        ? null
        : new AwsFault(
            ConsoleFaultCodes.RoleTooLow,
            $"`{_user.Name}` may not do this.",
            $"It takes the role {_change.Action.NeededRole()}; `{_user.Name}` has the role {_user.Role}.",
            "Ask an administrator of this console to make the change or to raise the role.");

    /// <summary>Writes what became of it.</summary>
    /// <param name="fault">Why it was not made; null when it was.</param>
    public Task EndAsync(AwsFault? fault) => _writer.WriteAsync(
        new ActivityEntry(
            Guid.CreateVersion7(_at),
            _at,
            _user,
            _change,
            fault?.Code switch
            {
                null => ActivityOutcome.Succeeded,
                ConsoleFaultCodes.RoleTooLow => ActivityOutcome.Refused,
                ConsoleFaultCodes.Stopped => ActivityOutcome.Stopped,
                _ => ActivityOutcome.Failed,
            },
            fault is null ? null : ActivityFault.Of(fault),
            _time.GetElapsedTime(_begun),
            _correlationId));
}
