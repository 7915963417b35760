using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Subject;

/// <summary>Changes that take something away which does nothing, as long as something is left.</summary>
internal static class RemovalEdits
{
    /// <summary>Takes a statement out; nothing when it is the only one.</summary>
    public static FindingEdit? OfStatement(CheckedPolicy policy, CheckedStatement statement) =>
        policy.Top?.Find("Statement")?.Value is JsonArraySyntax { Items.Length: > 1 } list && statement.Index < list.Items.Length
            ? new FindingEdit("Remove the statement", Removal.Of(list, statement.Index), "")
            : null;

    /// <summary>Takes an entry out of its list; nothing when it is the only one.</summary>
    public static FindingEdit? OfEntry(CheckedStatement statement, PolicyEntries entries, PolicyEntry entry)
    {
        foreach (var member in statement.Syntax.Members)
        {
            if (member.Value is JsonArraySyntax { Items.Length: > 1 } list && list.Span == entries.Span)
            {
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (list.Items[i].Span == entry.Span)
                    {
                        return new FindingEdit($"Remove {DisplayText.Quote(entry.Text)}", Removal.Of(list, i), "");
                    }
                }
            }
        }

        return null;
    }
}
