using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether the operator of a condition suits the type of its key.</summary>
internal sealed class ConditionTypeCheck : IPolicyCheck
{
    private static readonly CheckRule s_mismatch =
        new("TYPE_MISMATCH", FindingLevel.Warning, "a condition operator compares another type than its key has");
    private static readonly CheckRule s_like = new(
        "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", FindingLevel.SecurityWarning,
        "an ARN is compared as text, so that a wildcard runs over its fields");

    public ImmutableArray<CheckRule> Rules => [s_mismatch, s_like];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition is { Key: { } key, Operator.Family: not (ConditionFamily.Unknown or ConditionFamily.Null) })
            {
                Check(condition, key, findings);
            }
        }
    }

    private static void Check(CheckedCondition condition, ConditionKeyEntry key, FindingList findings)
    {
        var name = condition.Block.Operator;
        if (condition.Operator is { Family: ConditionFamily.Text, Match: TextMatch.Like } && key.Type == ConditionKeyType.Arn)
        {
            var plain = condition.Operator.IsNegated ? "ArnNotLike" : "ArnLike";
            findings.Add(
                s_like,
                $"{DisplayText.Quote(name)} compares {DisplayText.Quote(condition.Clause.Key)} as text, so that `*` can run over the "
                    + "fields of the ARN",
                $"write `{plain}`",
                condition.KeyMember.NameSpan,
                ConditionEdits.RenameOperatorOfKey(condition, ConditionOperatorNames.WithPlain(name, plain)));
            return;
        }

        if (Suits(condition.Operator.Family, key))
        {
            return;
        }

        var wanted = OperatorFor(key.Type, condition.Operator.IsNegated);
        findings.Add(
            s_mismatch,
            $"{DisplayText.Quote(condition.Clause.Key)} holds {WordsFor(key.Type)}, which {DisplayText.Quote(name)} does not compare",
            wanted is null ? $"write an operator for {WordsFor(key.Type)}" : $"write `{wanted}`",
            condition.KeyMember.NameSpan,
            wanted is null ? null : ConditionEdits.RenameOperatorOfKey(condition, ConditionOperatorNames.WithPlain(name, wanted)));
    }

    // ARNs and tags are often compared as text; instants may be given in seconds and compared as numbers
    private static bool Suits(ConditionFamily family, ConditionKeyEntry key) => key.Type switch
    {
        ConditionKeyType.String => family is ConditionFamily.Text or ConditionFamily.Binary,
        ConditionKeyType.Arn => family is ConditionFamily.Arn or ConditionFamily.Text,
        ConditionKeyType.Numeric => family == ConditionFamily.Numeric,
        ConditionKeyType.Date => family == ConditionFamily.Date || (family == ConditionFamily.Numeric && key.Name == "aws:EpochTime"),
        ConditionKeyType.Bool => family == ConditionFamily.Bool,
        ConditionKeyType.IpAddress => family == ConditionFamily.Ip,
    };

    private static string? OperatorFor(ConditionKeyType type, bool isNegated) => type switch
    {
        ConditionKeyType.String => isNegated ? "StringNotLike" : "StringLike",
        ConditionKeyType.Arn => isNegated ? "ArnNotLike" : "ArnLike",
        ConditionKeyType.Numeric => isNegated ? "NumericNotEquals" : "NumericEquals",
        ConditionKeyType.Date => isNegated ? "DateNotEquals" : "DateEquals",
        ConditionKeyType.Bool => isNegated ? null : "Bool",
        ConditionKeyType.IpAddress => isNegated ? "NotIpAddress" : "IpAddress",
    };

    private static string WordsFor(ConditionKeyType type) => type switch
    {
        ConditionKeyType.String => "text",
        ConditionKeyType.Arn => "an ARN",
        ConditionKeyType.Numeric => "a number",
        ConditionKeyType.Date => "an instant",
        ConditionKeyType.Bool => "`true` or `false`",
        ConditionKeyType.IpAddress => "an address",
    };
}
