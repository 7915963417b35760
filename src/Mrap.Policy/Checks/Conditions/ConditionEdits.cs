using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Changes of conditions that leave a policy behind that can be read: no name comes to stand twice in one object.</summary>
internal static class ConditionEdits
{
    private const int MaxNames = 500;

    /// <summary>Writes another operator; nothing when it is already there.</summary>
    public static FindingEdit? RenameOperator(JsonObjectSyntax operators, JsonMemberSyntax member, string? name) =>
        Rename(operators, member, name);

    /// <summary>Writes another key; nothing when it is already there.</summary>
    public static FindingEdit? RenameKey(CheckedCondition condition, string? name) => Rename(condition.Keys, condition.KeyMember, name);

    /// <summary>Writes another operator for a key that has the operator to itself; nothing when other keys have it too.</summary>
    public static FindingEdit? RenameOperatorOfKey(CheckedCondition condition, string? name) =>
        condition.Keys.Members.Length == 1 ? RenameOperator(condition.Operators, condition.OperatorMember, name) : null;

    /// <summary>Writes another value.</summary>
    public static FindingEdit Replace(ConditionValue value, string text) =>
        new($"Change to {DisplayText.Quote(text)}", value.Span, JsonText.Quote(text));

    /// <summary>Takes one of several values away; nothing when it is the only one.</summary>
    public static FindingEdit? Remove(CheckedCondition condition, ConditionValue value)
    {
        if (condition.KeyMember.Value is not JsonArraySyntax { Items.Length: > 1 } list)
        {
            return null;
        }

        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i].Span == value.Span)
            {
                return new FindingEdit($"Remove {DisplayText.Quote(value.Text)}", Removal.Of(list, i), "");
            }
        }

        return null;
    }

    private static FindingEdit? Rename(JsonObjectSyntax owner, JsonMemberSyntax member, string? name)
    {
        if (
            name is null
                || owner.Members.Length > MaxNames
                || owner.Members.Any(other => other != member && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return new FindingEdit($"Change to {DisplayText.Quote(name)}", member.NameSpan, JsonText.Quote(name));
    }
}
