using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Finds conditions on one key that no request satisfies together, so that their statement never matches.</summary>
internal sealed class ContradictionCheck : IPolicyCheck
{
    private const int MaxOfKey = 8;
    private const int MaxValues = 50;

    private static readonly CheckRule s_rule = new(
        "CONTRADICTORY_CONDITIONS", FindingLevel.Warning,
        "no request satisfies all conditions on a key, so that the statement never matches", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_rule];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Conditions.GroupBy(condition => condition.Statement))
        {
            foreach (var key in statement.GroupBy(condition => condition.Clause.Key, StringComparer.OrdinalIgnoreCase))
            {
                // what has variables differs from request to request
                CheckedCondition[] conditions = [.. key.Where(IsFixed).Take(MaxOfKey)];
                if (conditions.Length > 1 && !findings.IsFull(s_rule) && Find(conditions) is { } pair)
                {
                    var second = pair.First.KeyMember.NameSpan.Start > pair.Second.KeyMember.NameSpan.Start ? pair.First : pair.Second;
                    findings.Add(
                        s_rule,
                        $"no request satisfies {DisplayText.Quote(pair.First.Block.Operator)} and "
                            + $"{DisplayText.Quote(pair.Second.Block.Operator)} on {DisplayText.Quote(key.Key)} together, so that the "
                            + "statement never matches",
                        "leave one of them out, or make two statements of it",
                        second.KeyMember.NameSpan);
                }
            }
        }
    }

    private static bool IsFixed(CheckedCondition condition) => condition.Operator.Family != ConditionFamily.Unknown
        && condition.Clause.Values.Length is > 0 and <= MaxValues && !condition.Clause.Values.Any(value => PolicyVariable.IsIn(value.Text));

    private static (CheckedCondition First, CheckedCondition Second)? Find(CheckedCondition[] conditions) =>
        ByPresence(conditions) ?? ByValues(conditions) ?? ByPairs(conditions);

    private static (CheckedCondition First, CheckedCondition Second)? ByPresence(CheckedCondition[] conditions)
    {
        var missing = Array.Find(conditions, condition => IsNull(condition, "true"));
        var present = Array.Find(
            conditions, condition =>
                IsNull(condition, "false") || (condition.Operator.Family != ConditionFamily.Null && !condition.HoldsWithoutKey));
        return missing is not null && present is not null ? (missing, present) : null;
    }

    private static bool IsNull(CheckedCondition condition, string text) => condition.Operator.Family == ConditionFamily.Null
        && condition.Clause.Values.All(value => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase));

    // a condition that lists all values it accepts: one of them must satisfy the others
    private static (CheckedCondition First, CheckedCondition Second)? ByValues(CheckedCondition[] conditions)
    {
        foreach (var listing in conditions.Where(ListsValues))
        {
            var others = conditions.Where(other => other != listing)
                .Select(
                    other =>
                        (
                            Condition: other,
                            Compiled: new CompiledCondition(
                                other.Block, other.Clause, other.Statement.Effect ?? PolicyEffect.Allow, withVariables: false)))
                .ToArray();
            CheckedCondition? rejecting = null;
            foreach (var value in listing.Clause.Values)
            {
                var context = RequestContext.Create([KeyValuePair.Create(listing.Clause.Key, value.Text)]);
                rejecting = Array.Find(others, other => !other.Compiled.Holds(context)).Condition;
                if (rejecting is null)
                {
                    break;
                }
            }

            if (rejecting is not null)
            {
                return (listing, rejecting);
            }
        }

        return null;
    }

    private static bool ListsValues(CheckedCondition condition)
    {
        if (condition.Operator is not { IsNegated: false, IfExists: false, Quantifier: ConditionQuantifier.None, Ordering: Ordering.Equal })
        {
            return false;
        }

        return condition.Operator.Family switch
        {
            ConditionFamily.Text => condition.Operator.Match == TextMatch.Exact,
            ConditionFamily.Arn =>
                condition.Clause.Values.All(value => value.Text.AsSpan().IndexOfAny('*', '?') < 0 && ArnFields.IsArn(value.Text)),
            ConditionFamily.Numeric => condition.Clause.Values.All(value => NumericValue.TryRead(value.Text, out _)),
            ConditionFamily.Date => condition.Clause.Values.All(value => InstantValue.TryRead(value.Text, out _)),
            ConditionFamily.Bool => condition.Clause.Values.All(value => bool.TryParse(value.Text, out _)),
            ConditionFamily.Ip =>
                condition.Clause.Values.All(value => IpRange.TryRead(value.Text, out var range) && range.Length == (range.IsV6 ? 128 : 32)),
            ConditionFamily.Unknown or ConditionFamily.Binary or ConditionFamily.Null => false,
        };
    }

    private static (CheckedCondition First, CheckedCondition Second)? ByPairs(CheckedCondition[] conditions)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            for (var j = i + 1; j < conditions.Length; j++)
            {
                var (first, second) = (conditions[i], conditions[j]);
                if (
                    AreApart<NumericValue>(ConditionFamily.Numeric, first, second)
                        || AreApart<InstantValue>(ConditionFamily.Date, first, second)
                    || AreApart(first, second))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    private static bool AreApart<T>(ConditionFamily family, CheckedCondition first, CheckedCondition second)
        where T : struct, IComparable<T>, IReadableValue<T>
    {
        if (first.Operator.Family != family || second.Operator.Family != family || first.HoldsWithoutKey || second.HoldsWithoutKey
            || first.Operator.Quantifier != ConditionQuantifier.None || second.Operator.Quantifier != ConditionQuantifier.None)
        {
            return false;
        }

        var (upper, lower) = IsUpper(first) ? (first, second) : (second, first);
        if (
            !IsUpper(upper)
                || lower.Operator.Ordering is not (Ordering.Greater or Ordering.GreaterOrEqual)
                || Read<T>(upper) is not { } tops
                || Read<T>(lower) is not { } floors)
        {
            return false;
        }

        var order = floors.Min().CompareTo(tops.Max());
        return order > 0
            || (order == 0 && !(upper.Operator.Ordering == Ordering.LessOrEqual && lower.Operator.Ordering == Ordering.GreaterOrEqual));
    }

    private static bool IsUpper(CheckedCondition condition) => condition.Operator.Ordering is Ordering.Less or Ordering.LessOrEqual;

    private static List<T>? Read<T>(CheckedCondition condition)
        where T : struct, IReadableValue<T>
    {
        var values = new List<T>();
        foreach (var value in condition.Clause.Values)
        {
            if (!T.TryRead(value.Text, out var read))
            {
                return null;
            }

            values.Add(read);
        }

        return values;
    }

    private static bool AreApart(CheckedCondition first, CheckedCondition second)
    {
        if (first.Operator.Family != ConditionFamily.Ip || second.Operator.Family != ConditionFamily.Ip
            || first.Operator.Quantifier != ConditionQuantifier.None || second.Operator.Quantifier != ConditionQuantifier.None)
        {
            return false;
        }

        var (listed, other) = first.Operator.IsNegated ? (second, first) : (first, second);
        if (
            listed.Operator.IsNegated
                || (listed.HoldsWithoutKey && other.HoldsWithoutKey)
                || Ranges(listed) is not { } ranges
                || Ranges(other) is not { } others)
        {
            return false;
        }

        return other.Operator.IsNegated
            ? ranges.TrueForAll(range => others.Exists(found => found.Contains(range)))
            : ranges.TrueForAll(range => !others.Exists(found => found.Contains(range) || range.Contains(found)));
    }

    private static List<IpRange>? Ranges(CheckedCondition condition)
    {
        var ranges = new List<IpRange>();
        foreach (var value in condition.Clause.Values)
        {
            if (!IpRange.TryRead(value.Text, out var range))
            {
                return null;
            }

            ranges.Add(range);
        }

        return ranges;
    }
}
