using Mrap.Policy.Evaluation;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Explanation;

/// <summary>An Allow statement that would have matched but for one element.</summary>
/// <param name="Element">The element that does not match.</param>
public sealed record NearMiss(CompiledPolicy Policy, StatementExplanation Statement, StatementElement Element)
{
    /// <summary>The place of what does not match: of the first condition that does not hold, or of the element's value.</summary>
    public TextSpan Span => Element switch
    {
        StatementElement.Action => Statement.Statement.Actions.Span,
        StatementElement.Resource => Statement.Statement.Resources?.Span ?? Statement.Statement.Span,
        StatementElement.Principal => Statement.Statement.Principals?.Span ?? Statement.Statement.Span,
        StatementElement.Condition => FailedCondition.Span,
    };

    /// <summary>The JSON pointer of what does not match.</summary>
    public string Pointer => Element switch
    {
        StatementElement.Action => Statement.Pointer + (Statement.Statement.Actions.IsNegated ? "/NotAction" : "/Action"),
        StatementElement.Resource => Statement.Pointer + (Statement.Statement.Resources?.IsNegated == true ? "/NotResource" : "/Resource"),
        StatementElement.Principal =>
            Statement.Pointer + (Statement.Statement.Principals?.IsNegated == true ? "/NotPrincipal" : "/Principal"),
        StatementElement.Condition => StatementPointer.OfCondition(Statement.Pointer, FailedCondition),
    };

    /// <summary>How many conditions do not hold; 0 when another element fails.</summary>
    public int FailedConditions => Statement.Conditions.Count(condition => !condition.Holds);

    /// <summary>What would match in place of what the request has, as a lower-case sentence fragment.</summary>
    public string WouldMatch
    {
        get
        {
            var statement = Statement.Statement;
            return Element switch
            {
                StatementElement.Action =>
                    "the action would have to be "
                        + ListText.Asked(statement.Actions.Items.Select(entry => entry.Text), statement.Actions.IsNegated),
                StatementElement.Resource =>
                    "the resource would have to be "
                        + ListText.Asked(statement.Resources!.Items.Select(entry => entry.Text), statement.Resources.IsNegated),
                StatementElement.Principal => "the caller would have to be " + ListText.Asked(
                    statement.Principals!.IsStar
                        ? ["*"]
                        : statement.Principals.Groups.SelectMany(group => group.Entries.Items.Select(entry => entry.Text)),
                    statement.Principals.IsNegated),
                StatementElement.Condition =>
                    string.Join("; ", Statement.Conditions.Where(condition => !condition.Holds).Select(condition => condition.Describe())),
            };
        }
    }

    private ConditionExplanation FailedCondition => Statement.Conditions.First(condition => !condition.Holds);
}
