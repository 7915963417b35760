using Mrap.Core.Facts;

namespace Mrap.Aws.Faults;

/// <summary>What was asked of a service, as something that is known or says why it is not.</summary>
internal static class OutcomeExtensions
{
    private const string NotServed = "NotImplemented";

    /// <summary>The fact in an answer.</summary>
    public static Fact<TFact> ToFact<T, TFact>(this Outcome<T> outcome, Func<T, TFact> known)
        where T : notnull => outcome.TryGet(out var value, out var fault)
            ? new Fact<TFact>.Known(known(value))
            : new Fact<TFact>.Unknown(
                fault.Code == NotServed
                    ? "The endpoint does not serve this yet: it cannot be checked."
                    : $"{fault.WhatHappened} {fault.Why}");
}
