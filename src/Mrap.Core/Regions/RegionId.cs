using Mrap.Policy.Text;

namespace Mrap.Core.Regions;

/// <summary>The code of an AWS Region, such as <c>eu-west-1</c>. Well-formed, not necessarily known to <c>RegionCatalog</c>.</summary>
public readonly record struct RegionId : IComparable<RegionId>
{
    private const int MaxLength = 32;

    private readonly string? _value;

    private RegionId(string value) => _value = value;

    /// <summary>The Region code; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a Region code: lower-case letters, digits and single hyphens, at least two hyphens, ending in a digit.</summary>
    /// <param name="text">The text, such as <c>ap-southeast-2</c>.</param>
    /// <returns>The Region code or the broken rule.</returns>
    public static Parsed<RegionId> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Parsed.Failed<RegionId>("must not be empty");
        }

        if (text.Length > MaxLength || !IsWellFormed(text))
        {
            return Parsed.Failed<RegionId>($"`{DisplayText.Truncate(text)}` is not a Region code such as `eu-west-1`");
        }

        return Parsed.Ok<RegionId>(new RegionId(text));
    }

    /// <summary>Orders by code, ordinal: the order that breaks ties in routing.</summary>
    /// <param name="other">The other Region.</param>
    /// <returns>As <see cref="string.CompareOrdinal(string, string)"/>.</returns>
    public int CompareTo(RegionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsWellFormed(string text)
    {
        var hyphens = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '-')
            {
                if (i == 0 || text[i - 1] == '-')
                {
                    return false;
                }

                hyphens++;
            }
            else if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return hyphens >= 2 && char.IsAsciiDigit(text[^1]);
    }
}
