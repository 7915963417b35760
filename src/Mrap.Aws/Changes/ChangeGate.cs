using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Changes;

/// <summary>Every change passes here: the role is checked before it, and what became of it is written after it, refusals too.</summary>
/// <param name="user">Who acts.</param>
/// <param name="writer">Where changes are written.</param>
/// <param name="time">The clock.</param>
public sealed class ChangeGate(ICurrentUser user, ActivityWriter writer, TimeProvider time)
{
    /// <summary>Makes a change if the role of who acts allows it, and writes the attempt.</summary>
    /// <typeparam name="T">The value of the change.</typeparam>
    /// <param name="change">What is done, to what.</param>
    /// <param name="make">Makes it.</param>
    /// <returns>What became of it.</returns>
    public Task<Outcome<T>> PassAsync<T>(Change change, Func<Task<Outcome<T>>> make)
        where T : notnull => PassAsync(change, make, static _ => null);

    /// <summary>Makes a change whose answer may say that it was not made.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="change">What is done, to what.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="refused">Why the answer says that it was not made; null when it was.</param>
    /// <returns>What became of it.</returns>
    public async Task<Outcome<T>> PassAsync<T>(Change change, Func<Task<Outcome<T>>> make, Func<T, AwsFault?> refused)
        where T : notnull
    {
        var attempt = Begin(change, Guid.NewGuid().ToString("N"));
        AwsFault? end = Left;
        try
        {
            Outcome<T> outcome = attempt.Refusal is { } refusal ? refusal : await make();
            end = outcome.TryGet(out var answer, out var fault) ? refused(answer) : fault;
            return outcome;
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            end = Broken(bug);
            throw;
        }
        finally
        {
            await attempt.EndAsync(end);
        }
    }

    internal static AwsFault Broken(Exception bug) => new(
        ConsoleFaultCodes.Unexpected,
        "The change ended in an error of the console.",
        $"{bug.GetType().Name}.",
        "Look at what was done before you try again, and tell whoever runs the console.");

    internal ChangeAttempt Begin(Change change, string correlationId) => new(writer, time, user.Current, change, correlationId);

    private static AwsFault Left { get; } = new(
        ConsoleFaultCodes.Stopped,
        "Left before the answer came.",
        "Whoever started it left or stopped it.",
        "Look whether it was done: a request that the service accepted goes on there.");
}
