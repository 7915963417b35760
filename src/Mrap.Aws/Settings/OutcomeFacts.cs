using Mrap.Aws.Faults;
using Mrap.Core.Failover;

namespace Mrap.Aws.Settings;

/// <summary>What was read, as something that is known or not.</summary>
internal static class OutcomeFacts
{
    private const string NotServed = "NotImplemented";

    /// <summary>The value, or why it is not known.</summary>
    /// <param name="known">What is known of it.</param>
    public static Fact<TFact> ToFact<T, TFact>(this Outcome<T> outcome, Func<T, TFact> known)
        where T : notnull => outcome.TryGet(out var value, out var fault)
            ? new Fact<TFact>.Known(known(value))
            : new Fact<TFact>.Unknown(
                fault.Code == NotServed
                    ? "The endpoint does not serve this yet: it cannot be checked."
                    : $"{fault.WhatHappened} {fault.Why}");
}
