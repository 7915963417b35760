using System.Collections.Immutable;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The name a person gives an access point: unique in the account, never changed, used only by the control plane (AWS page
/// "CreateMultiRegionAccessPointInput").
/// </summary>
public readonly record struct AccessPointName : IComparable<AccessPointName>
{
    /// <summary>The fewest characters of a name.</summary>
    public const int MinLength = 3;

    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 50;

    private readonly string? _value;

    private AccessPointName(string value) => _value = value;

    /// <summary>The name; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The rules in the order in which they are shown, each with whether <paramref name="text"/> keeps it.</summary>
    /// <param name="text">The text typed so far; empty text keeps no rule.</param>
    /// <returns>Always the same rules, so that a form can tick them one by one.</returns>
    public static ImmutableArray<NameRule> Check(string? text)
    {
        text ??= string.Empty;
        var any = text.Length > 0;
        return
        [
            new("must have 3 to 50 characters", text.Length is >= MinLength and <= MaxLength),
            new("may hold only lower-case letters, digits and hyphens", any && text.All(IsAllowed)),
            new("must start with a lower-case letter or a digit", any && text[0] != '-' && IsAllowed(text[0])),
            new("must not end with a hyphen", any && text[^1] != '-'),
        ];
    }

    /// <summary>Reads a name.</summary>
    /// <returns>The name, or a message for each broken rule.</returns>
    public static Parsed<AccessPointName> Parse(string? text)
    {
        var faults = Check(text).Where(rule => !rule.IsKept).Select(rule => rule.Text).ToImmutableArray();
        return faults.IsEmpty ? Parsed.Ok<AccessPointName>(new AccessPointName(text!)) : Parsed.Failed<AccessPointName>(faults);
    }

    /// <summary>Orders by name, ordinal.</summary>
    /// <param name="other">The other name.</param>
    /// <returns>As <see cref="string.CompareOrdinal(string, string)"/>.</returns>
    public int CompareTo(AccessPointName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
