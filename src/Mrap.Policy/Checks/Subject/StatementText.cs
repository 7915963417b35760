using System.Collections.Immutable;
using System.Text;
using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Subject;

/// <summary>
/// Writes what a statement says, so that statements that say the same are the same text: names and order of lists do not count.
/// </summary>
internal static class StatementText
{
    /// <summary>The text of a statement, without its name.</summary>
    public static string Of(PolicyStatement statement)
    {
        var text = new StringBuilder();
        text.Append(statement.Effect == PolicyEffect.Allow ? 'A' : 'D');
        if (statement.Principals is { } principals)
        {
            text.Append(principals.IsNegated ? "!P" : "P").Append(principals.IsStar ? "*" : "");
            foreach (var group in principals.Groups.OrderBy(group => group.Type))
            {
                text.Append((char)('0' + (int)group.Type));
                Append(text, group.Entries.Items.Select(entry => entry.Text));
            }
        }

        Append(
            text.Append(statement.Actions.IsNegated ? "!A" : "A"), statement.Actions.Items.Select(entry => entry.Text.ToUpperInvariant()));
        if (statement.Resources is { } resources)
        {
            Append(text.Append(resources.IsNegated ? "!R" : "R"), resources.Items.Select(entry => entry.Text));
        }

        Append(text.Append('C'), statement.Conditions);
        return text.ToString();
    }

    /// <summary>The text of conditions alone.</summary>
    public static string Of(ImmutableArray<ConditionBlock> conditions) => Append(new StringBuilder(), conditions).ToString();

    private static StringBuilder Append(StringBuilder text, ImmutableArray<ConditionBlock> conditions)
    {
        var clauses =
            (conditions.IsDefault ? [] : conditions).SelectMany(block => block.Clauses.Select(clause => (block.Operator, Clause: clause)));
        return Append(text, clauses.Select(found =>
            Append(
                new StringBuilder(found.Operator.ToUpperInvariant()).Append(' ').Append(found.Clause.Key.ToUpperInvariant()),
                found.Clause.Values.Select(value => value.Text)).ToString()));
    }

    // lengths keep entries apart, whatever characters they hold
    private static StringBuilder Append(StringBuilder text, IEnumerable<string> entries)
    {
        foreach (var entry in entries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append('|').Append(entry.Length).Append(':').Append(entry);
        }

        return text;
    }
}
