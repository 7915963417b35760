using System.Collections.Immutable;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Model;

/// <summary>Reads one statement of a policy's tree.</summary>
internal static class StatementReader
{
    private static readonly string[] s_elements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>Reads a statement, as far as it can be read.</summary>
    public static PartialStatement Read(JsonObjectSyntax statement, int index, PolicyKind? kind, FaultList faults)
    {
        string? sid = null;
        PolicyEffect? effect = null;
        PolicyPrincipals? principals = null;
        PolicyEntries? actions = null;
        PolicyEntries? resources = null;
        ImmutableArray<ConditionBlock> conditions = default;
        var hasEffect = false;
        foreach (var member in statement.Members)
        {
            switch (member.Name)
            {
                case "Sid":
                    sid = ElementReader.ReadText(member, faults);
                    break;
                case "Effect":
                    hasEffect = true;
                    effect = ReadEffect(member.Value, faults);
                    break;
                case "Principal" or "NotPrincipal":
                    ReportPair(
                        principals is not null && principals.IsNegated != member.Name is "NotPrincipal", member, "Principal", faults);
                    principals = PrincipalReader.Read(member, kind, faults);
                    break;
                case "Action" or "NotAction":
                    ReportPair(actions is not null && actions.IsNegated != member.Name is "NotAction", member, "Action", faults);
                    actions = ElementReader.ReadEntries(member, member.Name is "NotAction", faults);
                    break;
                case "Resource" or "NotResource":
                    ReportPair(resources is not null && resources.IsNegated != member.Name is "NotResource", member, "Resource", faults);
                    resources = ElementReader.ReadEntries(member, member.Name is "NotResource", faults);
                    break;
                case "Condition":
                    conditions = ConditionReader.Read(member, faults);
                    break;
                default:
                    ElementReader.ReportUnknown(member, s_elements, "a statement", PolicyFaultCodes.InvalidPolicyElement, faults);
                    break;
            }
        }

        var start = new TextSpan(statement.Span.Start, 1);
        if (!hasEffect)
        {
            faults.Add(
                PolicyFaultCodes.MissingEffect, "the statement has no `Effect`", "add `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`",
                start);
        }

        if (actions is null)
        {
            faults.Add(PolicyFaultCodes.MissingAction, "the statement has no `Action`", "add `Action` or `NotAction`", start);
        }

        if (resources is null && kind != PolicyKind.Trust)
        {
            faults.Add(PolicyFaultCodes.MissingResource, "the statement has no `Resource`", "add `Resource` or `NotResource`", start);
        }

        if (principals is null && kind is PolicyKind.Bucket or PolicyKind.AccessPoint or PolicyKind.ResourceControl or PolicyKind.Trust)
        {
            faults.Add(
                PolicyFaultCodes.MissingPrincipal, "the statement has no `Principal`",
                "add a `Principal`: a resource's policy says who may", start);
        }

        return new PartialStatement(statement, index, sid, effect, principals, actions, resources, conditions);
    }

    private static PolicyEffect? ReadEffect(JsonSyntax value, FaultList faults)
    {
        switch (value)
        {
            case JsonTextSyntax { Value: "Allow" }:
                return PolicyEffect.Allow;
            case JsonTextSyntax { Value: "Deny" }:
                return PolicyEffect.Deny;
            case JsonMissingSyntax:
                return null;
            default:
                faults.Add(
                    value is JsonTextSyntax ? PolicyFaultCodes.InvalidEffect : PolicyFaultCodes.DataTypeMismatch,
                    value is JsonTextSyntax text
                        ? $"{DisplayText.Quote(text.Value)} is not an effect"
                        : $"the effect is a string, not {value.KindInWords}",
                    "write `Allow` or `Deny`, in exactly this case",
                    value.Span,
                    RepairOf(value));
                return null;
        }
    }

    private static string? RepairOf(JsonSyntax effect) => effect is not JsonTextSyntax { Value: var text } ? null
        : text.Equals("Allow", StringComparison.OrdinalIgnoreCase) ? "\"Allow\""
        : text.Equals("Deny", StringComparison.OrdinalIgnoreCase) ? "\"Deny\""
        : null;

    private static void ReportPair(bool isPair, JsonMemberSyntax member, string element, FaultList faults)
    {
        if (isPair)
        {
            faults.Add(
                PolicyFaultCodes.UnsupportedElementCombination, $"`{element}` and `Not{element}` stand in one statement",
                "keep one of them", member.NameSpan);
        }
    }
}
