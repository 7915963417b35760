using System.Text.Encodings.Web;
using System.Text.Json;
using Mrap.Policy.Model;

namespace Mrap.Policy.Editing;

/// <summary>Changes a policy's text as a careful person would: what is there stays as it is written.</summary>
public static class PolicyTextEdits
{
    /// <summary>A policy that consists of the given statements.</summary>
    /// <param name="statements">Statements as JSON objects.</param>
    public static string Of(params ReadOnlySpan<string> statements) =>
        $$"""{ "Version": "2012-10-17", "Statement": [{{string.Join(',', statements!)}}] }""" is var text
            && PolicyDocument.Parse(text).TryGet(out var document)
            ? document.Print()
            : text;

    /// <summary>Adds a statement behind the last one.</summary>
    /// <param name="text">The policy; null or white space for none.</param>
    /// <param name="statement">The statement as a JSON object.</param>
    /// <returns>The policy with the statement, or null when the text is no policy.</returns>
    public static string? AddStatement(string? text, string statement)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Of(statement);
        }

        if (!PolicyDocument.Parse(text).TryGet(out var document) || !PolicyDocument.Parse(Of(statement)).TryGet(out var addition))
        {
            return null;
        }

        var whole = document with { IsList = true, Statements = [.. document.Statements, .. addition.Statements] };
        if (document.Statements is not [.., var last])
        {
            return whole.Print();
        }

        var isMultiline = text.Contains('\n', StringComparison.Ordinal);
        if (!isMultiline)
        {
            return whole.Print(indented: false);
        }

        var indent = IndentAt(text, last.Span.Start);
        var printed = Indented(Statement(addition), indent);
        var added = document.IsList
            ? $"{text[..last.Span.End]},\n{indent}{printed}{text[last.Span.End..]}"
            : $"{text[..last.Span.Start]}[{text[last.Span.Start..last.Span.End]},\n{indent}{printed}]{text[last.Span.End..]}";

        // the text is only kept as written where that gives the same policy
        return PolicyDocument.Parse(added).TryGet(out var result) && result.Print() == whole.Print() ? added : whole.Print();
    }

    /// <summary>Adds an entry to an Action, Resource or principal list; a scalar becomes a list.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="entries">A list of it.</param>
    public static string AddEntry(PolicyDocument document, PolicyEntries entries, string entry)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entries);
        var text = document.Source.Text;
        var quoted = Quote(entry);
        if (!entries.IsList || entries.Items.IsEmpty)
        {
            var list = entries.IsList ? $"[{quoted}]" : $"[{document.Source.Slice(entries.Span)}, {quoted}]";
            return string.Concat(text.AsSpan(0, entries.Span.Start), list, text.AsSpan(entries.Span.End));
        }

        var last = entries.Items[^1].Span;
        var isAlone = string.IsNullOrWhiteSpace(text[LineStart(text, last.Start)..last.Start]) && LineStart(text, last.Start) > 0;
        return text.Insert(last.End, isAlone ? $",\n{IndentAt(text, last.Start)}{quoted}" : $", {quoted}");
    }

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Statement(PolicyDocument addition) =>
        (addition with { IsList = false }).Print() is var printed && PolicyDocument.Parse(printed).TryGet(out var document)
            ? Outdented(printed[document.Statements[0].Span.Start..document.Statements[0].Span.End])
            : throw new InvalidOperationException("a printed policy reads back");

    // a statement printed on its own stands one level deep
    private static string Outdented(string statement) => statement.Replace("\n  ", "\n", StringComparison.Ordinal);

    private static string Indented(string statement, string indent) => statement.Replace("\n", "\n" + indent, StringComparison.Ordinal);

    private static string IndentAt(string text, int offset)
    {
        var line = LineStart(text, offset);
        var length = text.AsSpan(line).IndexOfAnyExcept(' ', '\t');
        return text.Substring(line, Math.Max(0, length));
    }

    private static int LineStart(string text, int offset) => text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
}
