using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether the values of conditions can be read by their operators.</summary>
internal sealed class ConditionValueCheck : IPolicyCheck
{
    private static readonly CheckRule s_boolean =
        new("TYPE_MISMATCH_BOOLEAN", FindingLevel.Warning, "a value is neither `true` nor `false`");
    private static readonly CheckRule s_number = new("TYPE_MISMATCH_NUMBER", FindingLevel.Warning, "a value is not a number");
    private static readonly CheckRule s_binary = new("TYPE_MISMATCH_STRING", FindingLevel.Warning, "a value is not base64");
    private static readonly CheckRule s_arn =
        new("TYPE_MISMATCH_ARN", FindingLevel.Warning, "a value is not an ARN of six fields", IsOwn: true);
    private static readonly CheckRule s_wildcard =
        new("WILDCARD_WITHOUT_LIKE_OPERATOR", FindingLevel.Warning, "a value has a wildcard that its operator takes as it is");

    public ImmutableArray<CheckRule> Rules => [s_boolean, s_number, s_binary, s_arn, s_wildcard];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            foreach (var value in condition.Clause.Values)
            {
                if (!PolicyVariable.IsIn(value.Text))
                {
                    Check(condition, value, findings);
                }
                else if (condition.Operator is { Family: ConditionFamily.Text, Match: not TextMatch.Like })
                {
                    CheckWildcard(condition, value, findings);
                }
            }
        }
    }

    private static void Check(CheckedCondition condition, ConditionValue value, FindingList findings)
    {
        var shown = DisplayText.Quote(value.Text);
        switch (condition.Operator.Family)
        {
            case ConditionFamily.Bool or ConditionFamily.Null when !IsBoolean(value.Text):
                findings.Add(
                    s_boolean, $"{shown} is neither `true` nor `false`, so that the condition never holds", "write `true` or `false`",
                    value.Span);
                break;
            case ConditionFamily.Numeric when !NumericValue.TryRead(value.Text, out _):
                findings.Add(
                    s_number, $"{shown} is not a number, so that no request compares with it", "write a decimal number", value.Span);
                break;
            case ConditionFamily.Binary when !IsBase64(value.Text):
                findings.Add(s_binary, $"{shown} is not base64, so that no request equals it", "write the bytes in base64", value.Span);
                break;
            case ConditionFamily.Arn when !ArnFields.IsArn(value.Text):
                findings.Add(
                    s_arn,
                    $"{shown} does not have the six fields of an ARN, so that no request matches it",
                    "write an ARN, with wildcards where fields do not matter: `arn:aws:s3:::*`",
                    value.Span,
                    value.Text == "*" ? ConditionEdits.Replace(value, "arn:*:*:*:*:*") : null);
                break;
            case ConditionFamily.Text when condition.Operator.Match != TextMatch.Like:
                CheckWildcard(condition, value, findings);
                break;
        }
    }

    private static void CheckWildcard(CheckedCondition condition, ConditionValue value, FindingList findings)
    {
        if (!PolicyVariable.HasWildcardBeside(value.Text) || findings.IsFull(s_wildcard))
        {
            return;
        }

        // ARNs are compared field by field, unless other keys stand under the same operator
        var isArn = condition is { Key.Type: ConditionKeyType.Arn, Keys.Members.Length: 1 };
        var plain = ConditionOperatorNames.Plain(condition.Block.Operator) switch
        {
            "StringEquals" => isArn ? "ArnLike" : "StringLike",
            "StringNotEquals" => isArn ? "ArnNotLike" : "StringNotLike",
            _ => null,
        };
        var name = plain is null ? null : ConditionOperatorNames.WithPlain(condition.Block.Operator, plain);
        findings.Add(
            s_wildcard,
            $"{DisplayText.Quote(condition.Block.Operator)} takes the wildcard in {DisplayText.Quote(value.Text)} as a plain character",
            name is null
                ? "write `StringLike` if it is meant as a wildcard"
                : $"write {DisplayText.Quote(name)} if it is meant as a wildcard",
            value.Span,
            ConditionEdits.RenameOperator(condition.Operators, condition.OperatorMember, name));
    }

    private static bool IsBoolean(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
