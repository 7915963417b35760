using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether condition operators exist and are spelled as AWS spells them.</summary>
internal sealed class ConditionOperatorCheck : IPolicyCheck
{
    private static readonly CheckRule s_unknown =
        new("INVALID_CONDITION_OPERATOR", FindingLevel.Error, "the language has no condition operator of this name");
    private static readonly CheckRule s_case =
        new("CONDITION_OPERATOR_CASE", FindingLevel.Warning, "a condition operator is not spelled in AWS's case", IsOwn: true);
    private static readonly CheckRule s_nullIfExists =
        new("NULL_WITH_IF_EXISTS", FindingLevel.Error, "the operator Null has the suffix IfExists");
    private static readonly CheckRule s_nullQualifier =
        new("NULL_WITH_QUALIFIER", FindingLevel.Suggestion, "the operator Null has a set prefix, which it ignores");

    public ImmutableArray<CheckRule> Rules => [s_unknown, s_case, s_nullIfExists, s_nullQualifier];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            foreach (var condition in statement.Syntax.Members)
            {
                if (condition is not { Name: "Condition", Value: JsonObjectSyntax operators })
                {
                    continue;
                }

                foreach (var member in operators.Members)
                {
                    Check(operators, member, findings);
                }
            }
        }
    }

    private static void Check(JsonObjectSyntax operators, JsonMemberSyntax member, FindingList findings)
    {
        var parsed = ConditionOperator.Parse(member.Name);
        if (ConditionOperatorNames.WithoutPrefix(member.Name).Equals("NullIfExists", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                s_nullIfExists,
                "`Null` asks whether the key is there and takes no `IfExists`",
                "write `Null`",
                member.NameSpan,
                ConditionEdits.RenameOperator(operators, member, "Null"));
        }
        else if (parsed.Family == ConditionFamily.Unknown)
        {
            if (findings.IsFull(s_unknown))
            {
                return;
            }

            var nearest = ConditionOperatorNames.Nearest(member.Name);
            findings.Add(
                s_unknown,
                $"{DisplayText.Quote(member.Name)} is not a condition operator, so that the statement never matches",
                nearest is null ? "write an operator such as `StringEquals`" : $"write {DisplayText.Quote(nearest)}",
                member.NameSpan,
                ConditionEdits.RenameOperator(operators, member, nearest));
        }
        else if (parsed is { Family: ConditionFamily.Null, Quantifier: not ConditionQuantifier.None })
        {
            findings.Add(
                s_nullQualifier,
                $"{DisplayText.Quote(member.Name)} looks at no values, so that its prefix means nothing",
                "write `Null`",
                member.NameSpan,
                ConditionEdits.RenameOperator(operators, member, "Null"));
        }
        else if (ConditionOperatorNames.Canonical(member.Name) is { } canonical && canonical != member.Name)
        {
            findings.Add(
                s_case,
                $"AWS spells {DisplayText.Quote(member.Name)} as {DisplayText.Quote(canonical)}",
                $"write {DisplayText.Quote(canonical)}",
                member.NameSpan,
                ConditionEdits.RenameOperator(operators, member, canonical));
        }
    }
}
