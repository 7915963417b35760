using Mrap.Policy.Actions;
using Mrap.Policy.Matching.Conditions;

namespace Mrap.Policy.Completion;

/// <summary>Condition operators and keys.</summary>
internal static class ConditionCandidates
{
    private static readonly (string Name, string Documentation)[] s_operators =
    [
        ("StringEquals", "The text is one of those listed, with case."),
        ("StringLike", "The text matches one of the patterns: `*` is any run, `?` one character."),
        ("StringNotEquals", "The text is none of those listed; holds also when the key is missing."),
        ("StringNotLike", "The text matches none of the patterns; holds also when the key is missing."),
        ("StringEqualsIgnoreCase", "The text is one of those listed, without case."),
        ("StringNotEqualsIgnoreCase", "The text is none of those listed, without case; holds also when the key is missing."),
        ("ArnLike", "The ARN matches one of the patterns, field by field."),
        ("ArnEquals", "The same as ArnLike."),
        ("ArnNotLike", "The ARN matches none of the patterns; holds also when the key is missing."),
        ("ArnNotEquals", "The same as ArnNotLike."),
        ("IpAddress", "The address lies in one of the ranges."),
        ("NotIpAddress", "The address lies in none of the ranges; holds also when the key is missing."),
        ("Bool", "The key is `true` or `false`, as listed."),
        ("NumericEquals", "The number is one of those listed."),
        ("NumericNotEquals", "The number is none of those listed; holds also when the key is missing."),
        ("NumericLessThan", "The number is less."),
        ("NumericLessThanEquals", "The number is not more."),
        ("NumericGreaterThan", "The number is more."),
        ("NumericGreaterThanEquals", "The number is not less."),
        ("DateEquals", "The instant is one of those listed."),
        ("DateNotEquals", "The instant is none of those listed; holds also when the key is missing."),
        ("DateLessThan", "The instant is earlier."),
        ("DateLessThanEquals", "The instant is not later."),
        ("DateGreaterThan", "The instant is later."),
        ("DateGreaterThanEquals", "The instant is not earlier."),
        ("Null", "`true`: the key is missing. `false`: the key is there."),
        ("ForAnyValue:StringEquals", "One of the key's values is listed."),
        ("ForAnyValue:StringLike", "One of the key's values matches a pattern."),
        ("ForAllValues:StringEquals", "All of the key's values are listed; holds also when the key is missing."),
        ("ForAllValues:StringLike", "All of the key's values match a pattern; holds also when the key is missing."),
        ("StringEqualsIfExists", "As StringEquals, but holds when the key is missing."),
        ("StringNotEqualsIfExists", "As StringNotEquals."),
        ("StringLikeIfExists", "As StringLike, but holds when the key is missing."),
        ("ArnLikeIfExists", "As ArnLike, but holds when the key is missing."),
        ("ArnNotLikeIfExists", "As ArnNotLike."),
        ("BoolIfExists", "As Bool, but holds when the key is missing."),
        ("IpAddressIfExists", "As IpAddress, but holds when the key is missing."),
        ("NotIpAddressIfExists", "As NotIpAddress."),
    ];

    /// <summary>The operators that are not there yet.</summary>
    public static IEnumerable<Candidate> Operators(IReadOnlySet<string> present) => s_operators
        .Where(row => !present.Contains(row.Name))
        .Select(row => new Candidate(row.Name, CompletionKind.Operator, "operator", row.Documentation, "{\n  \"$0\"\n}"));

    /// <summary>The keys: of the operator's type and supported by the statement's actions first.</summary>
    public static IEnumerable<Candidate> Keys(string operatorName, StatementAround around)
    {
        var actions = around.Actions();
        var family = ConditionOperator.Parse(operatorName).Family;
        var present = around.NamesIn("Condition", operatorName);
        return S3Actions.ConditionKeys
            .Where(key => key.IsTag || !present.Contains(key.Name))
            .Select(
                key =>
                    (
                        Key: key,
                        IsSupported: actions.IsEmpty || IsUsableInBucketPolicies(key) || actions.Any(action => action.Supports(key))))
            .OrderByDescending(row => Fits(family, row.Key.Type))
            .ThenByDescending(row => row.IsSupported)
            .ThenByDescending(row => !row.Key.IsGlobal)
            .ThenBy(row => row.Key.Name, StringComparer.Ordinal)
            .Select(row => Describe(row.Key, row.IsSupported));
    }

    private static Candidate Describe(ConditionKeyEntry key, bool isSupported) => new(
        key.IsTag ? key.Stem + "/" : key.Name,
        CompletionKind.ConditionKey,
        $"{TypeOf(key)}{(key.IsGlobal ? ", global" : "")}{(isSupported ? "" : ", not of these actions")}",
        key.IsMultivalued ? "A request can have several values: use ForAnyValue or ForAllValues."
            : key.IsTag ? "Write the key of the tag behind the slash."
            : "",
        key.IsTag ? "" : "\"$0\"",
        key.IsTag);

    private static string TypeOf(ConditionKeyEntry key) => key.Type switch
    {
        ConditionKeyType.String => key.IsMultivalued ? "list of text" : "text",
        ConditionKeyType.Numeric => "number",
        ConditionKeyType.Date => "instant",
        ConditionKeyType.Bool => "true or false",
        ConditionKeyType.IpAddress => "IP address",
        ConditionKeyType.Arn => "ARN",
    };

    // the table lists these for access points only, but delegation to access points rests on them in bucket policies
    private static bool IsUsableInBucketPolicies(ConditionKeyEntry key) =>
        key.Name.StartsWith("s3:DataAccessPoint", StringComparison.Ordinal);

    private static bool Fits(ConditionFamily family, ConditionKeyType type) => family switch
    {
        ConditionFamily.Unknown or ConditionFamily.Null => true,
        ConditionFamily.Text or ConditionFamily.Binary => type is ConditionKeyType.String or ConditionKeyType.Arn,
        ConditionFamily.Arn => type == ConditionKeyType.Arn,
        ConditionFamily.Numeric => type == ConditionKeyType.Numeric,
        ConditionFamily.Date => type == ConditionKeyType.Date,
        ConditionFamily.Bool => type == ConditionKeyType.Bool,
        ConditionFamily.Ip => type == ConditionKeyType.IpAddress,
    };
}
