using System.Diagnostics.CodeAnalysis;

namespace Mrap.Aws.Faults;

/// <summary>What became of a call: its value, or the explained fault.</summary>
/// <typeparam name="T">The value of a call that succeeded.</typeparam>
public sealed record Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, AwsFault? fault)
    {
        _value = value;
        Fault = fault;
    }

    /// <summary>Why the call failed; null when it succeeded.</summary>
    public AwsFault? Fault { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsSuccess => Fault is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The call failed.</exception>
    public T Value => Fault is null ? _value! : throw new InvalidOperationException($"{Fault.Code}: {Fault.WhatHappened}");

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, fault: null);

    /// <summary>A failure.</summary>
    /// <param name="fault">Why.</param>
    public static implicit operator Outcome<T>(AwsFault fault) => new(default, fault);

    /// <summary>Gives the value when there is one.</summary>
    /// <param name="value">The value, or the default of <typeparamref name="T"/>.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out AwsFault? fault)
    {
        value = _value;
        fault = Fault;
        return fault is null;
    }
}
