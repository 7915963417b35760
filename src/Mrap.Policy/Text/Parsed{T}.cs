using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Mrap.Policy.Text;

/// <summary>The outcome of reading a value from text: the value, or one message per broken rule.</summary>
/// <typeparam name="T">The value type whose single parsing gate returned this.</typeparam>
/// <remarks>
/// Messages are lower-case sentence fragments without a final full stop, fit to be shown after the field's name.
/// The default value counts as failed with no message and is never returned by a gate.
/// </remarks>
public readonly record struct Parsed<T>
    where T : struct
{
    private readonly T _value;
    private readonly ImmutableArray<string> _faults;

    private Parsed(T value, bool isValid, ImmutableArray<string> faults)
    {
        _value = value;
        _faults = faults;
        IsValid = isValid;
    }

    /// <summary>Whether the text kept every rule.</summary>
    public bool IsValid { get; }

    /// <summary>One message per broken rule, in the order of the rules; empty when valid.</summary>
    public ImmutableArray<string> Faults => _faults.IsDefault ? [] : _faults;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The text broke a rule.</exception>
    public T Value => IsValid ? _value : throw new InvalidOperationException(string.Join("; ", Faults));

    /// <summary>Makes a successful outcome.</summary>
    /// <param name="value">The value read.</param>
    /// <returns>An outcome without faults.</returns>
    internal static Parsed<T> Ok(T value) => new(value, isValid: true, default);

    /// <summary>Makes a failed outcome.</summary>
    /// <param name="faults">One message per broken rule, at least one.</param>
    /// <returns>An outcome that holds no value.</returns>
    internal static Parsed<T> Failed(params ImmutableArray<string> faults) => new(default, isValid: false, faults);

    /// <summary>Gives the value when there is one.</summary>
    /// <param name="value">The value, or the default of <typeparamref name="T"/>.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsValid;
    }
}
