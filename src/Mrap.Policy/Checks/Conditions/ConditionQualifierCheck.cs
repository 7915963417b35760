using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether set prefixes stand where keys have several values, and only there.</summary>
internal sealed class ConditionQualifierCheck : IPolicyCheck
{
    private static readonly CheckRule s_missing =
        new("MISSING_QUALIFIER", FindingLevel.Error, "a key with several values is compared without ForAnyValue or ForAllValues");
    private static readonly CheckRule s_single =
        new("FORALLVALUES_WITH_SINGLE_VALUED_KEY", FindingLevel.SecurityWarning, "ForAllValues is used with a key that has one value");
    private static readonly CheckRule s_allow = new(
        "ALLOW_WITH_FORALLVALUES", FindingLevel.SecurityWarning,
        "a statement that allows holds also for requests without the key, because of ForAllValues", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_missing, s_single, s_allow];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition is { Key: not null, Operator.Family: not (ConditionFamily.Unknown or ConditionFamily.Null) })
            {
                Check(condition, findings);
            }
        }
    }

    private static void Check(CheckedCondition condition, FindingList findings)
    {
        var key = DisplayText.Quote(condition.Clause.Key);
        var isMultivalued = condition.Key!.IsMultivalued;
        if (isMultivalued && condition.Operator.Quantifier == ConditionQuantifier.None)
        {
            var prefix = condition.Operator.IsNegated ? "ForAllValues:" : "ForAnyValue:";
            var written = ConditionOperatorNames.Canonical(condition.Block.Operator);
            findings.Add(
                s_missing,
                $"a request can have several values for {key}, which {DisplayText.Quote(condition.Block.Operator)} cannot compare",
                "put `ForAnyValue:` or `ForAllValues:` before the operator",
                condition.KeyMember.NameSpan,
                ConditionEdits.RenameOperatorOfKey(condition, prefix + written));
        }
        else if (!isMultivalued && condition.Operator.Quantifier == ConditionQuantifier.All)
        {
            findings.Add(
                s_single,
                $"`ForAllValues` holds for every request without {key}, which never has several values",
                "leave `ForAllValues:` out",
                condition.KeyMember.NameSpan,
                ConditionEdits.RenameOperatorOfKey(condition, ConditionOperatorNames.WithoutPrefix(condition.Block.Operator)));
        }
        else if (condition.Operator.Quantifier == ConditionQuantifier.All && condition.Statement.Effect == PolicyEffect.Allow
            && !condition.IsCrowded && !IsRequired(condition))
        {
            findings.Add(
                s_allow,
                $"`ForAllValues` holds also for requests without {key}, and so the statement allows them",
                $"ask for the key too: `\"Null\": {{\"{condition.Key.Name}\": \"false\"}}`",
                condition.KeyMember.NameSpan,
                Require(condition));
        }
    }

    private static bool IsRequired(CheckedCondition condition) => NullOf(condition)?.Members.Any(key =>
        key.Name.Equals(condition.Clause.Key, StringComparison.OrdinalIgnoreCase)
        && key.Value is JsonBooleanSyntax { Value: false } or JsonTextSyntax { Value: "false" }) ?? false;

    private static JsonObjectSyntax? NullOf(CheckedCondition condition) =>
        condition.Operators.Members.FirstOrDefault(
            member => member.Name.Equals("Null", StringComparison.OrdinalIgnoreCase))?.Value as JsonObjectSyntax;

    private static FindingEdit? Require(CheckedCondition condition)
    {
        var entry = $"{JsonText.Quote(condition.Clause.Key)}: \"false\"";
        if (condition.Operators.Members.All(member => !member.Name.Equals("Null", StringComparison.OrdinalIgnoreCase)))
        {
            return new FindingEdit("Ask for the key", new TextSpan(condition.OperatorMember.Span.End, 0), $", \"Null\": {{{entry}}}");
        }

        return NullOf(condition) is { Members: [.., var last] members }
            && members.All(key => !key.Name.Equals(condition.Clause.Key, StringComparison.OrdinalIgnoreCase))
            ? new FindingEdit("Ask for the key", new TextSpan(last.Span.End, 0), $", {entry}")
            : null;
    }
}
