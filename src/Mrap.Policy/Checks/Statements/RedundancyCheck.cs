using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Finds entries that another entry of the same list takes in, and statements that say what another says.</summary>
internal sealed class RedundancyCheck : IPolicyCheck
{
    private const int MaxPatterns = 64;

    private static readonly CheckRule s_action =
        new("REDUNDANT_ACTION", FindingLevel.Suggestion, "another entry of the list takes in an action");
    private static readonly CheckRule s_resource =
        new("REDUNDANT_RESOURCE", FindingLevel.Suggestion, "another entry of the list takes in a resource");
    private static readonly CheckRule s_statement = new("REDUNDANT_STATEMENT", FindingLevel.Suggestion, "another statement says the same");

    public ImmutableArray<CheckRule> Rules => [s_action, s_resource, s_statement];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in policy.Statements)
        {
            CheckEntries(statement, statement.Actions, s_action, StringComparer.OrdinalIgnoreCase, Coverage.OfActions, findings);
            CheckEntries(statement, statement.Resources, s_resource, StringComparer.Ordinal, CoversResource, findings);
            if (statement.Complete() is { } complete && !findings.IsFull(s_statement) && !seen.Add(StatementText.Of(complete)))
            {
                findings.Add(
                    s_statement,
                    "the statement says what an earlier one says already",
                    "remove it",
                    statement.Start,
                    RemovalEdits.OfStatement(policy, statement));
            }
        }

        bool CoversResource(string wide, string narrow) => Coverage.OfResources(wide, narrow, policy.Kind);
    }

    private static void CheckEntries(
        CheckedStatement statement, PolicyEntries? entries, CheckRule rule, StringComparer names, Func<string, string, bool> covers,
        FindingList findings)
    {
        if (entries is not { Items.Length: > 1 } || findings.IsFull(rule))
        {
            return;
        }

        // only patterns cover others; of very many the first ones are tried, so that the work stays in proportion to the list
        var patterns = entries.Items.Where(entry => entry.Text.AsSpan().ContainsAny('*', '?')).Take(MaxPatterns).ToArray();
        var seen = new Dictionary<string, PolicyEntry>(names);
        foreach (var entry in entries.Items)
        {
            if (!seen.TryAdd(entry.Text, entry))
            {
                Report(statement, entries, entry, entry, rule, findings);
            }
            else if (Array.Find(patterns, pattern => Takes(pattern, entry, covers)) is { } wide)
            {
                Report(statement, entries, entry, wide, rule, findings);
            }
        }
    }

    // of two that take in the same the later one goes
    private static bool Takes(PolicyEntry wide, PolicyEntry narrow, Func<string, string, bool> covers) =>
        !ReferenceEquals(wide, narrow)
            && wide.Text != narrow.Text
            && covers(wide.Text, narrow.Text)
            && (wide.Span.Start < narrow.Span.Start || !covers(narrow.Text, wide.Text));

    private static void Report(
        CheckedStatement statement, PolicyEntries entries, PolicyEntry entry, PolicyEntry wide, CheckRule rule, FindingList findings)
    {
        if (findings.IsFull(rule))
        {
            return;
        }

        findings.Add(
            rule,
            ReferenceEquals(entry, wide)
                ? $"{DisplayText.Quote(entry.Text)} is listed twice"
                : $"{DisplayText.Quote(entry.Text)} is part of {DisplayText.Quote(wide.Text)}",
            "take it out, or narrow the other entry",
            entry.Span,
            RemovalEdits.OfEntry(statement, entries, entry));
    }
}
