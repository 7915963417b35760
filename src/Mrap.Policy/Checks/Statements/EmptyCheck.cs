using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Elements that are written but hold nothing, so that the statement does nothing.</summary>
internal sealed class EmptyCheck : IPolicyCheck
{
    private static readonly CheckRule s_statements =
        new("EMPTY_ARRAY_STATEMENT", FindingLevel.Suggestion, "the list of statements is empty", IsOwn: true);
    private static readonly CheckRule s_action = new("EMPTY_ARRAY_ACTION", FindingLevel.Suggestion, "a statement lists no actions");
    private static readonly CheckRule s_resource = new("EMPTY_ARRAY_RESOURCE", FindingLevel.Suggestion, "a statement lists no resources");
    private static readonly CheckRule s_principal =
        new("EMPTY_ARRAY_PRINCIPAL", FindingLevel.Suggestion, "a type of principal lists no names");
    private static readonly CheckRule s_principals =
        new("EMPTY_OBJECT_PRINCIPAL", FindingLevel.Suggestion, "a principal element has no types");
    private static readonly CheckRule s_condition =
        new("EMPTY_OBJECT_CONDITION", FindingLevel.Suggestion, "a condition, or one of its operators, has no keys");

    public ImmutableArray<CheckRule> Rules => [s_statements, s_action, s_resource, s_principal, s_principals, s_condition];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (policy.Top?.Find("Statement") is { Value: JsonArraySyntax { Items.IsEmpty: true } } statements)
        {
            findings.Add(s_statements, "the policy has no statements", "add one", statements.Value.Span);
        }

        foreach (var statement in policy.Statements)
        {
            foreach (var member in statement.Syntax.Members)
            {
                switch (member.Name)
                {
                    case "Action" or "NotAction" when IsEmptyList(member.Value):
                        findings.Add(
                            s_action, "the statement lists no actions", "list the actions it is about", member.Value.Span,
                            RemovalEdits.OfStatement(policy, statement));
                        break;
                    case "Resource" or "NotResource" when IsEmptyList(member.Value):
                        findings.Add(
                            s_resource, "the statement lists no resources", "list the resources it is about", member.Value.Span,
                            RemovalEdits.OfStatement(policy, statement));
                        break;
                    case "Principal" or "NotPrincipal" when member.Value is JsonObjectSyntax types:
                        CheckPrincipals(types, findings);
                        break;
                    case "Condition" when member.Value is JsonObjectSyntax operators:
                        CheckCondition(statement.Syntax, member, operators, findings);
                        break;
                }
            }
        }
    }

    private static void CheckPrincipals(JsonObjectSyntax types, FindingList findings)
    {
        if (types.Members.IsEmpty)
        {
            findings.Add(s_principals, "the statement names no principals", "name who it is about", types.Span);
        }

        foreach (var type in types.Members)
        {
            if (IsEmptyList(type.Value))
            {
                var edit = types.Members.Length > 1
                    ? new FindingEdit($"Remove {DisplayText.Quote(type.Name)}", Removal.Of(types, type), "")
                    : null;
                findings.Add(
                    s_principal, $"{DisplayText.Quote(type.Name)} lists no principals", "name who the statement is about", type.Value.Span,
                    edit);
            }
        }
    }

    private static void CheckCondition(
        JsonObjectSyntax statement, JsonMemberSyntax condition, JsonObjectSyntax operators, FindingList findings)
    {
        if (operators.Members.IsEmpty)
        {
            var edit = new FindingEdit("Remove the empty `Condition`", Removal.Of(statement, condition), "");
            findings.Add(
                s_condition, "the condition is empty and limits nothing", "write what it is to limit, or leave `Condition` out",
                operators.Span, edit);
        }

        foreach (var member in operators.Members)
        {
            if (member.Value is JsonObjectSyntax { Members.IsEmpty: true })
            {
                var edit = new FindingEdit($"Remove {DisplayText.Quote(member.Name)}", Removal.Of(operators, member), "");
                findings.Add(
                    s_condition,
                    $"{DisplayText.Quote(member.Name)} has no keys and limits nothing",
                    "write a key and its values, or leave the operator out",
                    member.Value.Span,
                    operators.Members.Length > 1
                        ? edit
                        : new FindingEdit("Remove the empty `Condition`", Removal.Of(statement, condition), ""));
            }
        }
    }

    private static bool IsEmptyList(JsonSyntax value) => value is JsonArraySyntax { Items.IsEmpty: true };
}
