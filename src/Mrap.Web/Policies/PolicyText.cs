using System.Text;
using Mrap.Policy.Model;

namespace Mrap.Web.Policies;

/// <summary>Changes a policy's text as a careful person would: what is there stays as it is written.</summary>
public static class PolicyText
{
    /// <summary>A policy that consists of the given statements.</summary>
    /// <param name="statements">Statements as JSON objects.</param>
    public static string Of(params ReadOnlySpan<string> statements) =>
        $$"""{ "Version": "2012-10-17", "Statement": [{{string.Join(',', statements!)}}] }""" is var text && PolicyDocument.Parse(text).TryGet(out var document) ? document.Print() : text;

    /// <summary>Adds a statement behind the last one.</summary>
    /// <param name="text">The policy; null or white space for none.</param>
    /// <param name="statement">The statement as a JSON object.</param>
    /// <returns>The policy with the statement, or null when the text is no policy.</returns>
    public static string? Add(string? text, string statement)
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

    private static string Statement(PolicyDocument addition) =>
        (addition with { IsList = false }).Print() is var printed && PolicyDocument.Parse(printed).TryGet(out var document)
            ? Outdented(printed[document.Statements[0].Span.Start..document.Statements[0].Span.End])
            : throw new InvalidOperationException("a printed policy reads back");

    // a statement printed on its own stands one level deep
    private static string Outdented(string statement) => statement.Replace("\n  ", "\n", StringComparison.Ordinal);

    private static string Indented(string statement, string indent) => statement.Replace("\n", "\n" + indent, StringComparison.Ordinal);

    private static string IndentAt(string text, int offset)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        var indent = new StringBuilder();
        for (var i = line; i < text.Length && text[i] is ' ' or '\t'; i++)
        {
            indent.Append(text[i]);
        }

        return indent.ToString();
    }
}
