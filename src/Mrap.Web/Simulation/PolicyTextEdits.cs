using System.Text.Json;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Web.Simulation;

/// <summary>Adds to a policy's text and leaves everything else of it as it is written.</summary>
public static class PolicyTextEdits
{
    private const string Step = "  ";

    /// <summary>The text with one more entry in an Action, Resource or principal list; a scalar becomes a list.</summary>
    public static string AddEntry(PolicyDocument document, PolicyEntries entries, string entry)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entries);
        var text = document.Source.Text;
        var quoted = Quote(entry);
        if (!entries.IsList)
        {
            return Replace(text, entries.Span, $"[{document.Source.Slice(entries.Span)}, {quoted}]");
        }

        if (entries.Items.IsEmpty)
        {
            return Replace(text, entries.Span, $"[{quoted}]");
        }

        var last = entries.Items[^1].Span;
        var indent = IndentOf(text, last.Start);
        return text.Insert(last.End, indent is null ? $", {quoted}" : $",\n{indent}{quoted}");
    }

    /// <summary>The text with one more statement at its end.</summary>
    /// <param name="document">The policy; null for a new one.</param>
    /// <param name="statement">The statement as lines of indented JSON.</param>
    public static string AddStatement(PolicyDocument? document, string statement)
    {
        if (document is null)
        {
            return $"{{\n{Step}\"Version\": \"2012-10-17\",\n{Step}\"Statement\": [\n{Indented(statement, Step + Step)}\n{Step}]\n}}";
        }

        var text = document.Source.Text;
        if (document.Statements.IsEmpty)
        {
            return AddStatement(document: null, statement);
        }

        var last = document.Statements[^1].Span;
        var indent = IndentOf(text, last.Start) ?? Step + Step;
        return document.IsList
            ? text.Insert(last.End, ",\n" + Indented(statement, indent))
            : Replace(text, last, $"[\n{Indented(document.Source.Slice(last).ToString(), Step + Step)},\n{Indented(statement, Step + Step)}\n{Step}]");
    }

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Replace(string text, TextSpan span, string replacement) => string.Concat(text.AsSpan(0, span.Start), replacement, text.AsSpan(span.End));

    private static string Indented(string lines, string indent) => string.Join('\n', lines.Split('\n').Select(line => indent + line));

    // the blanks before an offset when nothing else stands before it on its line
    private static string? IndentOf(string text, int offset)
    {
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        return start > 0 && string.IsNullOrWhiteSpace(text[start..offset]) ? text[start..offset] : null;
    }
}
