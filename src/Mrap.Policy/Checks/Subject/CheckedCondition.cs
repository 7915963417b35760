using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Subject;

/// <summary>One key of one condition operator as the checks see it.</summary>
/// <param name="Statement">The statement it stands in.</param>
/// <param name="Operators">The object of the Condition element.</param>
/// <param name="OperatorMember">The operator in it.</param>
/// <param name="Block">The operator with its keys.</param>
/// <param name="Operator">The operator taken apart; unknown when the language does not have it.</param>
/// <param name="KeyMember">The key in the operator's object.</param>
/// <param name="Clause">The key with its values.</param>
/// <param name="Key">What is known of the key; nothing when neither S3 nor all services have it.</param>
internal sealed record CheckedCondition(
    CheckedStatement Statement,
    JsonObjectSyntax Operators,
    JsonMemberSyntax OperatorMember,
    ConditionBlock Block,
    ConditionOperator Operator,
    JsonMemberSyntax KeyMember,
    ConditionClause Clause,
    ConditionKeyEntry? Key)
{
    // some checks compare the conditions of a statement with each other
    private const int MaxOfStatement = 500;

    /// <summary>The object of the operator's keys.</summary>
    public JsonObjectSyntax Keys => (JsonObjectSyntax)OperatorMember.Value;

    /// <summary>
    /// Whether there are so many operators that looking through all of them for each key takes too long; the language has far fewer.
    /// </summary>
    public bool IsCrowded => Operators.Members.Length > MaxOfStatement;

    /// <summary>Whether the condition holds for a request that does not have the key.</summary>
    public bool HoldsWithoutKey => Operator.IfExists || Operator.Quantifier == ConditionQuantifier.All
        || (Operator.Quantifier == ConditionQuantifier.None && Operator.IsNegated && Operator.Family != ConditionFamily.Null);

    /// <summary>The conditions of statements, in the order of the text; of each Condition element the first 500.</summary>
    public static ImmutableArray<CheckedCondition> Of(ImmutableArray<CheckedStatement> statements)
    {
        var conditions = ImmutableArray.CreateBuilder<CheckedCondition>();
        foreach (var statement in statements)
        {
            foreach (var member in statement.Syntax.Members)
            {
                if (member is { Name: "Condition", Value: JsonObjectSyntax operators })
                {
                    Add(statement, operators, ConditionReader.Read(member, new FaultList()), conditions);
                }
            }
        }

        return conditions.DrainToImmutable();
    }

    private static void Add(
        CheckedStatement statement, JsonObjectSyntax operators, ImmutableArray<ConditionBlock> blocks,
        ImmutableArray<CheckedCondition>.Builder conditions)
    {
        // the reader leaves out operators whose value is no object, and keeps every key of the others
        var at = 0;
        var end = conditions.Count + MaxOfStatement;
        foreach (var operatorMember in operators.Members)
        {
            if (operatorMember.Value is not JsonObjectSyntax keys)
            {
                continue;
            }

            var block = blocks[at++];
            var parsed = ConditionOperator.Parse(block.Operator);
            for (var i = 0; i < keys.Members.Length && conditions.Count < end; i++)
            {
                var clause = block.Clauses[i];
                conditions.Add(
                    new CheckedCondition(
                        statement, operators, operatorMember, block, parsed, keys.Members[i], clause, S3Actions.FindKey(clause.Key)));
            }
        }
    }
}
