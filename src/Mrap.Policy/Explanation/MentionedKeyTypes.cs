using Mrap.Policy.Matching.Conditions;

namespace Mrap.Policy.Explanation;

/// <summary>What values belong to a type of key.</summary>
public static class MentionedKeyTypes
{
    /// <summary>Whether a value can be read as its type asks.</summary>
    /// <param name="value">A value of a request.</param>
    /// <returns>Whether operators of that type can compare the value.</returns>
    public static bool Accepts(this MentionedKeyType type, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return type switch
        {
            MentionedKeyType.Text or MentionedKeyType.Arn => true,
            MentionedKeyType.Number => NumericValue.TryRead(value, out _),
            MentionedKeyType.Date => InstantValue.TryRead(value, out _),
            MentionedKeyType.Boolean =>
                value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase),
            MentionedKeyType.Binary => Convert.TryFromBase64String(value, new byte[value.Length], out _),
            MentionedKeyType.IpAddress => IpRange.TryRead(value, out _),
        };
    }
}
