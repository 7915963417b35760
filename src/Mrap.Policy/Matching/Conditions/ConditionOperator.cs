using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>
/// A condition operator taken apart (IAM User Guide, "IAM JSON policy elements: Condition operators"); names are read without case.
/// </summary>
/// <param name="Family">What it compares.</param>
/// <param name="Match">How text is compared, for text and ARNs.</param>
/// <param name="Ordering">How numbers and instants are compared.</param>
/// <param name="IsNegated">Whether none of the listed values may match.</param>
/// <param name="IfExists">Whether it holds when the key is missing.</param>
/// <param name="Quantifier">Its set prefix.</param>
internal readonly record struct ConditionOperator(
    ConditionFamily Family, TextMatch Match, Ordering Ordering, bool IsNegated, bool IfExists, ConditionQuantifier Quantifier)
{
    private static readonly Dictionary<string, ConditionOperator> s_plain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = Text(TextMatch.Exact),
        ["StringNotEquals"] = Text(TextMatch.Exact) with { IsNegated = true },
        ["StringEqualsIgnoreCase"] = Text(TextMatch.IgnoreCase),
        ["StringNotEqualsIgnoreCase"] = Text(TextMatch.IgnoreCase) with { IsNegated = true },
        ["StringLike"] = Text(TextMatch.Like),
        ["StringNotLike"] = Text(TextMatch.Like) with { IsNegated = true },
        ["ArnEquals"] = Arn(isNegated: false),
        ["ArnLike"] = Arn(isNegated: false),
        ["ArnNotEquals"] = Arn(isNegated: true),
        ["ArnNotLike"] = Arn(isNegated: true),
        ["NumericEquals"] = Ordered(ConditionFamily.Numeric, Ordering.Equal),
        ["NumericNotEquals"] = Ordered(ConditionFamily.Numeric, Ordering.Equal) with { IsNegated = true },
        ["NumericLessThan"] = Ordered(ConditionFamily.Numeric, Ordering.Less),
        ["NumericLessThanEquals"] = Ordered(ConditionFamily.Numeric, Ordering.LessOrEqual),
        ["NumericGreaterThan"] = Ordered(ConditionFamily.Numeric, Ordering.Greater),
        ["NumericGreaterThanEquals"] = Ordered(ConditionFamily.Numeric, Ordering.GreaterOrEqual),
        ["DateEquals"] = Ordered(ConditionFamily.Date, Ordering.Equal),
        ["DateNotEquals"] = Ordered(ConditionFamily.Date, Ordering.Equal) with { IsNegated = true },
        ["DateLessThan"] = Ordered(ConditionFamily.Date, Ordering.Less),
        ["DateLessThanEquals"] = Ordered(ConditionFamily.Date, Ordering.LessOrEqual),
        ["DateGreaterThan"] = Ordered(ConditionFamily.Date, Ordering.Greater),
        ["DateGreaterThanEquals"] = Ordered(ConditionFamily.Date, Ordering.GreaterOrEqual),
        ["Bool"] = Ordered(ConditionFamily.Bool, Ordering.Equal),
        ["BinaryEquals"] = Ordered(ConditionFamily.Binary, Ordering.Equal),
        ["IpAddress"] = Ordered(ConditionFamily.Ip, Ordering.Equal),
        ["NotIpAddress"] = Ordered(ConditionFamily.Ip, Ordering.Equal) with { IsNegated = true },
        ["Null"] = Ordered(ConditionFamily.Null, Ordering.Equal),
    };

    private static readonly Dictionary<string,
    ConditionOperator>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_plain.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The operators without prefixes and suffixes, as AWS spells them.</summary>
    public static IReadOnlyCollection<string> PlainNames => s_plain.Keys;

    /// <summary>Takes an operator's name apart.</summary>
    public static ConditionOperator Parse(ReadOnlySpan<char> name)
    {
        const string AllPrefix = "ForAllValues:";
        const string AnyPrefix = "ForAnyValue:";
        const string Suffix = "IfExists";
        var quantifier = name.StartsWith(AllPrefix, StringComparison.OrdinalIgnoreCase) ? ConditionQuantifier.All
            : name.StartsWith(AnyPrefix, StringComparison.OrdinalIgnoreCase) ? ConditionQuantifier.Any
            : ConditionQuantifier.None;
        var plain = quantifier switch
        {
            ConditionQuantifier.All => name[AllPrefix.Length..],
            ConditionQuantifier.Any => name[AnyPrefix.Length..],
            ConditionQuantifier.None => name,
        };
        var ifExists = plain.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
        return s_lookup.TryGetValue(ifExists ? plain[..^Suffix.Length] : plain, out var found)
            && !(ifExists && found.Family == ConditionFamily.Null)
            ? found with { IfExists = ifExists, Quantifier = quantifier }
            : default;
    }

    private static ConditionOperator Text(TextMatch match) =>
        new(ConditionFamily.Text, match, Ordering.Equal, IsNegated: false, IfExists: false, ConditionQuantifier.None);

    private static ConditionOperator Arn(bool isNegated) =>
        new(ConditionFamily.Arn, TextMatch.Arn, Ordering.Equal, isNegated, IfExists: false, ConditionQuantifier.None);

    private static ConditionOperator Ordered(ConditionFamily family, Ordering ordering) =>
        new(family, TextMatch.Exact, ordering, IsNegated: false, IfExists: false, ConditionQuantifier.None);
}
