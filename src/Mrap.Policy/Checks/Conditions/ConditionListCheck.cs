using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether the values of a condition go together as a list: none missing, none of another JSON type, none too many.</summary>
internal sealed class ConditionListCheck : IPolicyCheck
{
    private const int MaxCompared = 200;

    private static readonly CheckRule s_types =
        new("INVALID_CONDITION_DATA_TYPE", FindingLevel.Error, "the values of a condition key are of different JSON types");
    private static readonly CheckRule s_booleans =
        new("INVALID_CONDITION_MULTIPLE_BOOLEAN", FindingLevel.Error, "a condition key has several booleans");
    private static readonly CheckRule s_empty = new("EMPTY_ARRAY_CONDITION", FindingLevel.Suggestion, "a condition key has no values");
    private static readonly CheckRule s_emptyAll =
        new("EMPTY_ARRAY_CONDITION_FORALLVALUES", FindingLevel.Suggestion, "a condition key under ForAllValues has no values");
    private static readonly CheckRule s_emptyAny =
        new("EMPTY_ARRAY_CONDITION_FORANYVALUE", FindingLevel.Suggestion, "a condition key under ForAnyValue has no values");
    private static readonly CheckRule s_emptyIfExists =
        new("EMPTY_ARRAY_CONDITION_IFEXISTS", FindingLevel.Suggestion, "a condition key under an operator with IfExists has no values");
    private static readonly CheckRule s_numbers =
        new("REDUNDANT_CONDITION_VALUE_NUM", FindingLevel.Suggestion, "of several bounds only one counts");
    private static readonly CheckRule s_redundant =
        new("REDUNDANT_CONDITION_VALUE", FindingLevel.Suggestion, "a value is contained in another", IsOwn: true);

    public ImmutableArray<CheckRule> Rules =>
        [s_types, s_booleans, s_empty, s_emptyAll, s_emptyAny, s_emptyIfExists, s_numbers, s_redundant];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.KeyMember.Value is JsonArraySyntax { Items.IsEmpty: true } list)
            {
                CheckEmpty(condition, list.Span, findings);
            }
            else if (condition.Clause.Values.Length > 1)
            {
                CheckTypes(condition, findings);
                CheckRedundancy(condition, findings);
            }
        }
    }

    private static void CheckEmpty(CheckedCondition condition, TextSpan span, FindingList findings)
    {
        var key = DisplayText.Quote(condition.Clause.Key);
        var toNull = $"write `\"Null\": {{{JsonText.Quote(condition.Clause.Key)}: \"true\"}}` to ask for a missing key";
        switch (condition.Operator)
        {
            case { Quantifier: ConditionQuantifier.All }:
                findings.Add(s_emptyAll, $"with no values this holds only for requests without {key}", toNull, span);
                break;
            case { Quantifier: ConditionQuantifier.Any }:
                findings.Add(s_emptyAny, $"{key} has no values, so that the condition never holds", "list the values", span);
                break;
            case { IfExists: true }:
                findings.Add(s_emptyIfExists, $"with no values this holds only for requests without {key}", toNull, span);
                break;
            default:
                findings.Add(s_empty, $"{key} has no values", "list the values, or leave the key out", span);
                break;
        }
    }

    private static void CheckTypes(CheckedCondition condition, FindingList findings)
    {
        var values = condition.Clause.Values;
        var isBoolean = condition.Operator.Family is ConditionFamily.Bool or ConditionFamily.Null;
        if (isBoolean)
        {
            var isSame = values.All(value => value.Text.Equals(values[0].Text, StringComparison.OrdinalIgnoreCase));
            findings.Add(
                s_booleans,
                $"{DisplayText.Quote(condition.Clause.Key)} has several booleans" + (isSame ? "" : ", and either of them will do"),
                "keep one of them",
                condition.KeyMember.NameSpan,
                isSame ? new FindingEdit("Keep one of them", condition.KeyMember.Value.Span, JsonText.Quote(values[0].Text)) : null);
        }
        else if (values.Any(value => value.Kind != values[0].Kind))
        {
            findings.Add(
                s_types,
                $"the values of {DisplayText.Quote(condition.Clause.Key)} are of different JSON types",
                "write all of them as strings",
                condition.KeyMember.NameSpan,
                new FindingEdit(
                    "Write all as strings", condition.KeyMember.Value.Span,
                    $"[{string.Join(", ", values.Select(value => JsonText.Quote(value.Text)))}]"));
        }
    }

    private static void CheckRedundancy(CheckedCondition condition, FindingList findings)
    {
        if (condition.Operator is { Family: ConditionFamily.Numeric, Ordering: not Ordering.Equal })
        {
            CheckBounds<NumericValue>(condition, findings);
        }
        else if (condition.Operator is { Family: ConditionFamily.Date, Ordering: not Ordering.Equal })
        {
            CheckBounds<InstantValue>(condition, findings);
        }
        else if (condition.Operator.Family == ConditionFamily.Ip)
        {
            CheckRanges(condition, findings);
        }
        else if (
            condition.Operator.Family is ConditionFamily.Text or ConditionFamily.Arn or ConditionFamily.Numeric or ConditionFamily.Date
                or ConditionFamily.Binary)
        {
            CheckTexts(condition, findings);
        }
    }

    private static void CheckBounds<T>(CheckedCondition condition, FindingList findings)
        where T : struct, IComparable<T>, IReadableValue<T>
    {
        var isUpper = condition.Operator.Ordering is Ordering.Less or Ordering.LessOrEqual;
        ConditionValue? widest = null;
        var bound = default(T);
        foreach (var value in condition.Clause.Values)
        {
            if (!T.TryRead(value.Text, out var read))
            {
                return;
            }

            if (widest is null || (isUpper ? read.CompareTo(bound) > 0 : read.CompareTo(bound) < 0))
            {
                (widest, bound) = (value, read);
            }
        }

        findings.Add(
            s_numbers,
            string.Create(
                CultureInfo.InvariantCulture,
                $"of the {condition.Clause.Values.Length} bounds only {DisplayText.Quote(widest!.Text)} counts: one that holds is enough"),
            $"keep {DisplayText.Quote(widest.Text)} alone",
            condition.KeyMember.NameSpan,
            new FindingEdit($"Keep {DisplayText.Quote(widest.Text)}", condition.KeyMember.Value.Span, JsonText.Quote(widest.Text)));
    }

    private static void CheckRanges(CheckedCondition condition, FindingList findings)
    {
        var ranges = new List<(IpRange Range, ConditionValue Value)>();
        foreach (var value in condition.Clause.Values.Take(MaxCompared))
        {
            if (IpRange.TryRead(value.Text, out var range))
            {
                ranges.Add((range, value));
            }
        }

        for (var i = 0; i < ranges.Count && !findings.IsFull(s_redundant); i++)
        {
            for (var j = 0; j < ranges.Count; j++)
            {
                if (i != j && ranges[j].Range.Contains(ranges[i].Range) && (j < i || !ranges[i].Range.Contains(ranges[j].Range)))
                {
                    Report(condition, ranges[i].Value, ranges[j].Value, findings);
                    break;
                }
            }
        }
    }

    private static void CheckTexts(CheckedCondition condition, FindingList findings)
    {
        var isFolded = condition.Operator.Match == TextMatch.IgnoreCase && condition.Operator.Family == ConditionFamily.Text;
        var seen = new Dictionary<string, ConditionValue>(isFolded ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var value in condition.Clause.Values)
        {
            if (!seen.TryAdd(value.Text, value))
            {
                Report(condition, value, seen[value.Text], findings);
            }
        }
    }

    private static void Report(
        CheckedCondition condition, ConditionValue value, ConditionValue other, FindingList findings) => findings.Add(
        s_redundant,
        value.Text == other.Text
            ? $"{DisplayText.Quote(value.Text)} is listed twice"
            : $"{DisplayText.Quote(value.Text)} is contained in {DisplayText.Quote(other.Text)}",
        "leave it out",
        value.Span,
        ConditionEdits.Remove(condition, value));
}
