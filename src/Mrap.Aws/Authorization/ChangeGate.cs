using Mrap.Aws.Activity;
using Mrap.Aws.Faults;

namespace Mrap.Aws.Authorization;

/// <summary>Every change passes here: the role is checked before it, and what became of it is logged after it.</summary>
/// <param name="activity">Where changes are logged.</param>
/// <param name="time">The clock.</param>
public sealed class ChangeGate(IActivityLog activity, TimeProvider time)
{
    /// <summary>Checks a role.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="needed">The least role that may.</param>
    /// <returns>Null when it may, else the refusal.</returns>
    public static AwsFault? Refusal(ActingUser user, Role needed) => user.Role >= needed
        ? null
        : new AwsFault(
            ConsoleFaultCodes.RoleTooLow,
            $"`{user.Name}` may not do this.",
            $"It takes the role {needed}; `{user.Name}` has the role {user.Role}.",
            "Ask an administrator of this console to make the change or to raise the role.");

    /// <summary>Makes a change if the role allows it, and logs the attempt.</summary>
    /// <typeparam name="T">The value of the change.</typeparam>
    /// <param name="user">Who asks.</param>
    /// <param name="needed">The least role that may.</param>
    /// <param name="action">What is done, such as <c>Delete access point</c>.</param>
    /// <param name="target">What it is done to.</param>
    /// <returns>What became of it.</returns>
    public async Task<Outcome<T>> PassAsync<T>(ActingUser user, Role needed, string action, string target, Func<Task<Outcome<T>>> change)
        where T : notnull
    {
        var outcome = Refusal(user, needed) is { } refusal ? refusal : await change();
        Log(user, action, target, outcome.Fault);
        return outcome;
    }

    /// <summary>Logs what became of a change.</summary>
    /// <param name="user">Who asked.</param>
    /// <param name="action">What was done.</param>
    /// <param name="target">What it was done to.</param>
    /// <param name="fault">Why it failed; null when it succeeded.</param>
    public void Log(ActingUser user, string action, string target, AwsFault? fault) =>
        activity.Record(
            new ActivityEntry(
                time.GetUtcNow(), user.Name, action, target, fault is null, fault is null ? null : $"{fault.Code}: {fault.WhatHappened}"));
}
