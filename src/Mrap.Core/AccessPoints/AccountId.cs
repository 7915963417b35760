using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>The 12-digit number of an AWS account.</summary>
public readonly record struct AccountId : IComparable<AccountId>
{
    private const int Length = 12;

    private readonly string? _value;

    private AccountId(string value) => _value = value;

    /// <summary>The twelve digits; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads an account number: exactly twelve ASCII digits.</summary>
    /// <returns>The account or the broken rule.</returns>
    public static Parsed<AccountId> Parse(string? text) =>
        text is { Length: Length } && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? Parsed.Ok<AccountId>(new AccountId(text))
            : Parsed.Failed<AccountId>("must be an account number of 12 digits");

    /// <summary>Orders by number.</summary>
    /// <param name="other">The other account.</param>
    /// <returns>As <see cref="string.CompareOrdinal(string, string)"/>.</returns>
    public int CompareTo(AccountId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
