using Mrap.Core.Failover;

namespace Mrap.Aws.Faults;

/// <summary>What was asked of a service, as something that is known or says why it is not.</summary>
internal static class OutcomeExtensions
{
    private const string NotServed = "NotImplemented";

    /// <summary>The fact in an answer.</summary>
    public static Fact<TFact> ToFact<T, TFact>(this Outcome<T> outcome, Func<T, TFact> known)
        where T : notnull => outcome.ToFact(known, missingCode: null, default!);

    /// <summary>The fact in an answer, where one error means that there is nothing.</summary>
    /// <param name="outcome">The answer.</param>
    /// <param name="known">Reads it.</param>
    /// <param name="missingCode">The error that means that there is nothing.</param>
    /// <param name="missing">What is known then.</param>
    public static Fact<TFact> ToFact<T, TFact>(this Outcome<T> outcome, Func<T, TFact> known, string? missingCode, TFact missing)
        where T : notnull
    {
        if (outcome.TryGet(out var value, out var fault))
        {
            return new Fact<TFact>.Known(known(value));
        }

        if (missingCode is not null && fault.Code == missingCode)
        {
            return new Fact<TFact>.Known(missing);
        }

        return new Fact<TFact>.Unknown(
            fault.Code == NotServed ? "The endpoint does not serve this yet: it cannot be checked." : $"{fault.WhatHappened} {fault.Why}");
    }
}
