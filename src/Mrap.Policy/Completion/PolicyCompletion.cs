using System.Collections.Immutable;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Completion;

/// <summary>Finds what can be written at a place of a policy, also in a text that is not finished.</summary>
public static class PolicyCompletion
{
    private const int MaxItems = 300;
    private const string VariableStart = "${";

    /// <summary>What fits at an offset.</summary>
    /// <param name="text">The policy's text; any text at all.</param>
    /// <param name="offset">From 0 to the length of the text; beyond either nothing fits.</param>
    /// <param name="kind">Where the policy is attached.</param>
    /// <param name="context">What is known of its context.</param>
    /// <returns>The items in the order to show them, at most 300; empty where nothing is known to fit.</returns>
    public static ImmutableArray<CompletionItem> At(string text, int offset, PolicyKind kind, CompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (
            offset < 0
                || offset > text.Length
                || text.Length > PolicyLimits.MaxTextLength
                || PlaceScanner.Find(text, offset) is not { } place)
        {
            return [];
        }

        var around = new StatementAround(text, place);
        if (VariableIn(place) is { } start)
        {
            return [
                .. VariableCandidates.All.Where(word => Contains(word.Text, place.Typed[start..]))
                .Take(MaxItems)
                .Select(word => ToVariable(word, place, start, text))];
        }

        return [.. WordsAt(place, around, kind, context)
            .Where(word => Contains(word.Text, place.Typed) && !(place.IsQuoted && word.Raw is not null))
            .Take(MaxItems)
            .Select(word => ToItem(word, place))];
    }

    private static IEnumerable<Candidate> WordsAt(
        CompletionPlace place, StatementAround around, PolicyKind kind, CompletionContext context) =>
        place.Path.AsSpan() switch
        {
            [] when place.IsName => ElementCandidates.OfPolicy(around, kind),
            ["Version"] when !place.IsName => ElementCandidates.Versions,
            ["Statement"] => place.IsName ? ElementCandidates.OfStatement(around, kind) : [ElementCandidates.Statement(kind)],
            ["Statement", "Effect"] when !place.IsName => ElementCandidates.Effects,
            ["Statement", "Action" or "NotAction"] when !place.IsName => ActionCandidates.For(kind, around.TextsOf(place.Path[1])),
            ["Statement", "Resource" or "NotResource"] when !place.IsName =>
                ResourceCandidates.For(kind, context).ExceptBy(around.TextsOf(place.Path[1]), word => word.Text),
            ["Statement", "Principal" or "NotPrincipal"] =>
                place.IsName ? ElementCandidates.OfPrincipal(around.NamesIn(place.Path[1])) : PrincipalCandidates.Whole,
            ["Statement", "Principal" or "NotPrincipal", "AWS"] when !place.IsName => PrincipalCandidates.Aws(context),
            ["Statement", "Principal" or "NotPrincipal", "Service"] when !place.IsName => PrincipalCandidates.Services,
            ["Statement", "Condition"] when place.IsName => ConditionCandidates.Operators(around.NamesIn("Condition")),
            ["Statement", "Condition", var operatorName] when place.IsName => ConditionCandidates.Keys(operatorName, around),
            ["Statement", "Condition", var operatorName, var key] when !place.IsName => ValueCandidates.For(operatorName, key, context),
            _ => [],
        };

    private static int? VariableIn(CompletionPlace place)
    {
        var takesVariables = !place.IsName
            && place.Path.AsSpan() is ["Statement", "Resource" or "NotResource"] or ["Statement", "Condition", _, _];
        var start = takesVariables ? place.Typed.LastIndexOf(VariableStart, StringComparison.Ordinal) : -1;
        return start >= 0 && place.Typed.IndexOf('}', start) < 0 ? start : null;
    }

    private static CompletionItem ToItem(Candidate word, CompletionPlace place)
    {
        if (word.Raw is { } raw)
        {
            return new CompletionItem(
                word.Text, raw.Replace("$0", "", StringComparison.Ordinal), word.Kind, word.Detail, word.Documentation, place.Word,
                word.Text, raw);
        }

        var quoted = $"\"{word.Text}\"";
        var isName = place.IsName && !place.HasColon;
        var snippet = word.IsOpen ? $"\"{Escape(word.Text)}$1\"{(isName ? ": \"$0\"" : "")}"
            : isName && word.Value is { } value ? $"{Escape(quoted)}: {value}"
            : null;
        return new CompletionItem(
            word.Text,
            isName ? quoted + ": " : quoted,
            word.Kind,
            word.Detail,
            word.Documentation,
            place.Word,
            place.IsQuoted ? "\"" + word.Text : word.Text,
            snippet);
    }

    // inside a value only the variable is replaced, with the brace that an editor may already have put behind it
    private static CompletionItem ToVariable(Candidate word, CompletionPlace place, int start, string text)
    {
        var from = place.Word.Start + (place.IsQuoted ? 1 : 0) + start;
        var to = from + place.Typed.Length - start;
        var end = !word.IsOpen && to < text.Length && text[to] == '}' ? to + 1 : to;
        return new CompletionItem(
            word.Text, word.Text, word.Kind, word.Detail, word.Documentation, new TextSpan(from, end - from), word.Text, Snippet: null);
    }

    private static bool Contains(string word, string typed) =>
        typed.Length == 0 || word.Contains(typed, StringComparison.OrdinalIgnoreCase);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("}", "\\}", StringComparison.Ordinal);
}
