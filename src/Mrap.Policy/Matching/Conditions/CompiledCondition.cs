using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;

namespace Mrap.Policy.Matching.Conditions;

/// <summary>One key of one condition operator, made ready for deciding.</summary>
internal sealed class CompiledCondition
{
    private readonly ConditionOperator _operator;
    private readonly ContextKey _key;
    private readonly ConditionTest? _test;
    private readonly bool _holdsMissing;
    private readonly bool _holdsPresent;
    private readonly bool _holdsUnreadable;

    /// <summary>Makes the condition. A value that cannot be read under a negated operator lets a Deny match and an Allow not.</summary>
    public CompiledCondition(ConditionBlock block, ConditionClause clause, PolicyEffect effect, bool withVariables)
    {
        Block = block;
        Clause = clause;
        _operator = ConditionOperator.Parse(block.Operator);
        _key = new ContextKey(clause.Key);
        _holdsUnreadable = _operator.IsNegated && effect == PolicyEffect.Deny;
        _test = TestOf(_operator, [.. clause.Values.Select(value => value.Text)], withVariables);
        if (_operator.Family == ConditionFamily.Null)
        {
            _holdsMissing = clause.Values.Any(value => value.Text.Equals("true", StringComparison.OrdinalIgnoreCase));
            _holdsPresent = clause.Values.Any(value => value.Text.Equals("false", StringComparison.OrdinalIgnoreCase));
        }
        else
        {
            _holdsMissing = _operator.Family != ConditionFamily.Unknown && (_operator.IfExists || _operator.Quantifier switch
            {
                ConditionQuantifier.All => true,
                ConditionQuantifier.Any => false,
                ConditionQuantifier.None => _operator.IsNegated,
            });
        }
    }

    /// <summary>The operator's block in the document.</summary>
    public ConditionBlock Block { get; }

    /// <summary>The key and values in the document.</summary>
    public ConditionClause Clause { get; }

    /// <summary>Whether the condition holds.</summary>
    public bool Holds(RequestContext context)
    {
        var values = context.Find(_key);
        if (values.Length == 0)
        {
            return _holdsMissing;
        }

        if (_test is null)
        {
            return _holdsPresent;
        }

        return _operator.Quantifier switch
        {
            ConditionQuantifier.None => values.Length == 1 && Satisfies(values[0], context),
            ConditionQuantifier.All => SatisfyAll(values, context),
            ConditionQuantifier.Any => SatisfiesAny(values, context),
        };
    }

    /// <summary>The values that the request has for the key.</summary>
    public ReadOnlySpan<string> ValuesIn(RequestContext context) => context.Find(_key);

    /// <summary>How the answer for a request comes about.</summary>
    public ConditionOutcome OutcomeOf(RequestContext context)
    {
        var values = context.Find(_key);
        if (_operator.Family == ConditionFamily.Unknown)
        {
            return ConditionOutcome.UnknownOperator;
        }

        if (values.Length == 0)
        {
            return ConditionOutcome.MissingKey;
        }

        if (_test is null)
        {
            return ConditionOutcome.Compared;
        }

        if (values.Length > 1 && _operator.Quantifier == ConditionQuantifier.None)
        {
            return ConditionOutcome.SeveralValues;
        }

        foreach (var value in values)
        {
            if (_test.Compare(value, context) == Comparison.Unreadable)
            {
                return ConditionOutcome.UnreadableValue;
            }
        }

        return ConditionOutcome.Compared;
    }

    private static ConditionTest? TestOf(ConditionOperator found, string[] values, bool withVariables) => found.Family switch
    {
        ConditionFamily.Unknown or ConditionFamily.Null => null,
        ConditionFamily.Text => new TextTest(Templates(values, found.Match, withVariables)),
        ConditionFamily.Arn => new ArnTest(values, withVariables),
        ConditionFamily.Numeric => new OrderedTest<NumericValue>(values, found.Ordering),
        ConditionFamily.Date => new OrderedTest<InstantValue>(values, found.Ordering),
        ConditionFamily.Bool => new BoolTest(Templates(values, TextMatch.IgnoreCase, withVariables)),
        ConditionFamily.Binary => new BinaryTest(values),
        ConditionFamily.Ip => new IpTest(values),
    };

    private static TextTemplate[] Templates(string[] values, TextMatch match, bool withVariables) =>
        Array.ConvertAll(values, value => TextTemplate.Compile(value, match, withVariables));

    private bool Satisfies(string value, RequestContext context) => _test!.Compare(value, context) switch
    {
        Comparison.Yes => !_operator.IsNegated,
        Comparison.No => _operator.IsNegated,
        Comparison.Unreadable => _holdsUnreadable,
    };

    private bool SatisfyAll(ReadOnlySpan<string> values, RequestContext context)
    {
        foreach (var value in values)
        {
            if (!Satisfies(value, context))
            {
                return false;
            }
        }

        return true;
    }

    private bool SatisfiesAny(ReadOnlySpan<string> values, RequestContext context)
    {
        foreach (var value in values)
        {
            if (Satisfies(value, context))
            {
                return true;
            }
        }

        return false;
    }
}
