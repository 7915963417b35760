using System.Collections.Immutable;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Explanation;

/// <summary>One condition key of a statement and how the request stands to it.</summary>
public readonly struct ConditionExplanation
{
    private readonly CompiledCondition _condition;
    private readonly RequestContext _context;

    internal ConditionExplanation(CompiledCondition condition, RequestContext context)
    {
        _condition = condition;
        _context = context;
        Holds = condition.Holds(context);
    }

    /// <summary>Whether the condition holds.</summary>
    public bool Holds { get; }

    /// <summary>The operator as written.</summary>
    public string Operator => _condition.Block.Operator;

    /// <summary>The key as written.</summary>
    public string Key => _condition.Clause.Key;

    /// <summary>The values that the policy lists, variables not replaced.</summary>
    public ImmutableArray<ConditionValue> Listed => _condition.Clause.Values;

    /// <summary>The values that the request has; empty when the key is missing.</summary>
    public ImmutableArray<string> Actual => [.. _condition.ValuesIn(_context)];

    /// <summary>How the answer came about.</summary>
    public ConditionOutcome Outcome => _condition.OutcomeOf(_context);

    /// <summary>The place of the key and its values.</summary>
    public TextSpan Span => _condition.Clause.Span;

    /// <summary>What the condition asks for and what the request has, as a lower-case sentence fragment.</summary>
    /// <returns>The text.</returns>
    public string Describe()
    {
        var actual = Actual;
        var has = actual.IsEmpty ? "the request does not have it" : "the request has " + ListText.Quoted(actual);
        return Outcome switch
        {
            ConditionOutcome.UnknownOperator => $"{DisplayText.Quote(Operator)} is not a condition operator",
            ConditionOutcome.SeveralValues =>
                $"{DisplayText.Quote(Key)} has several values and {DisplayText.Quote(Operator)} compares one: use `ForAnyValue:` or "
                    + "`ForAllValues:`",
            _ =>
                $"{DisplayText.Quote(Operator)} of {DisplayText.Quote(Key)} asks for {ListText.AnyOf(Listed.Select(value => value.Text))}; "
                    + $"{has}",
        };
    }
}
