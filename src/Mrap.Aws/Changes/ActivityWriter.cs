using Microsoft.Extensions.Logging;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;

namespace Mrap.Aws.Changes;

/// <summary>
/// Writes what became of a change into the activity log and into the server's log. An activity log that fails or hangs changes nothing
/// about the outcome: the server's log says what is missing.
/// </summary>
/// <param name="activity">The activity log.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The server's log.</param>
public sealed class ActivityWriter(IActivityLog activity, TimeProvider time, ILogger<ActivityWriter> logger)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Raised when a change has ended, on the thread that made it, before it is written. Refused ones raise nothing: nothing was tried.
    /// </summary>
    public event EventHandler<ChangeEndedEventArgs>? Ended;

    internal async Task WriteAsync(ActivityEntry entry)
    {
        Log(entry);
        if (entry.Outcome != ActivityOutcome.Refused)
        {
            Ended?.Invoke(this, new ChangeEndedEventArgs(entry));
        }

        using var patience = new CancellationTokenSource(s_patience, time);
        try
        {
            await activity.AppendAsync(entry, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception fault)
        {
            ChangeLog.NotKept(
                logger, fault, entry.User.Name, entry.Change.Action.Title(), entry.Change.Target, entry.CorrelationId);
        }
    }

    private void Log(ActivityEntry entry)
    {
        var (user, action, target) = (entry.User, entry.Change.Action.Title(), entry.Change.Target);
        var took = (long)entry.Duration.TotalMilliseconds;
        switch (entry.Outcome)
        {
            case ActivityOutcome.Succeeded:
                ChangeLog.Made(logger, user.Name, action, target, took, entry.CorrelationId);
                break;
            case ActivityOutcome.Refused:
                ChangeLog.Refused(logger, user.Name, user.Role.ToString(), action, target, entry.CorrelationId);
                break;
            case ActivityOutcome.Stopped:
                ChangeLog.Stopped(logger, user.Name, action, target, took, entry.CorrelationId);
                break;
            case ActivityOutcome.Failed:
                ChangeLog.Failed(logger, user.Name, action, target, entry.Fault?.Code ?? string.Empty, took, entry.CorrelationId);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(entry));
        }
    }
}
