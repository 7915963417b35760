using Mrap.Aws.Authorization;

namespace Mrap.Aws.Activity;

/// <summary>One change that somebody made or tried to make.</summary>
/// <param name="Id">The entry, unique over all replicas of the console.</param>
/// <param name="At">When it began.</param>
/// <param name="User">Who, with the role of that moment.</param>
/// <param name="Change">What, to what, from what and to what.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Fault">Why it was not made; null when it was.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="CorrelationId">The same for all runs of one plan, and in the lines of the log; 32 hexadecimal digits.</param>
public sealed record ActivityEntry(
    Guid Id,
    DateTimeOffset At,
    ActingUser User,
    Change Change,
    ActivityOutcome Outcome,
    ActivityFault? Fault,
    TimeSpan Duration,
    string CorrelationId)
{
    /// <summary>What kind of thing it was done to.</summary>
    public TargetKind Kind => Change.Action.Target();
}
