using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Policy.Syntax;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>The way from the top of a policy to what a finding is about (Access Analyzer API Reference, "PathElement").</summary>
internal static class FindingPath
{
    /// <summary>
    /// What writes the elements: the names and indexes of values, at the end the name alone or a part of a text when the finding is about
    /// that.
    /// </summary>
    /// <param name="root">The policy's syntax; null when it could not be read at all.</param>
    /// <param name="span">The place of the finding.</param>
    public static ImmutableArray<Action<Utf8JsonWriter>> Of(JsonSyntax? root, TextSpan span)
    {
        var path = ImmutableArray.CreateBuilder<Action<Utf8JsonWriter>>();
        for (var node = root; node is not null && node.Span != span && Holds(node.Span, span);)
        {
            node = node switch
            {
                JsonObjectSyntax found => StepInto(found, span, path),
                JsonArraySyntax found => StepInto(found, span, path),
                JsonTextSyntax found => StepInto(found, span, path),
                _ => null,
            };
        }

        return path.DrainToImmutable();
    }

    private static JsonSyntax? StepInto(JsonObjectSyntax node, TextSpan span, ImmutableArray<Action<Utf8JsonWriter>>.Builder path)
    {
        foreach (var member in node.Members)
        {
            if (Holds(member.NameSpan, span))
            {
                path.Add(json => Write(json, "key", member.Name));
                return null;
            }

            if (Holds(member.Value.Span, span) || (member.Span.Start == span.Start && Holds(member.Span, span)))
            {
                path.Add(json => Write(json, "value", member.Name));
                return Holds(member.Value.Span, span) ? member.Value : null;
            }
        }

        return null;
    }

    private static JsonSyntax? StepInto(JsonArraySyntax node, TextSpan span, ImmutableArray<Action<Utf8JsonWriter>>.Builder path)
    {
        var index = node.Items.TakeWhile(item => !Holds(item.Span, span)).Count();
        if (index == node.Items.Length)
        {
            return null;
        }

        path.Add(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("index", index);
            json.WriteEndObject();
        });
        return node.Items[index];
    }

    // A text with escapes is longer as written than as read: no part of it can be named.
    private static JsonSyntax? StepInto(JsonTextSyntax node, TextSpan span, ImmutableArray<Action<Utf8JsonWriter>>.Builder path)
    {
        var start = span.Start - node.Span.Start - 1;
        var isPart = start >= 0 && start + span.Length <= node.Value.Length && span.Length < node.Value.Length;
        if (isPart && node.Value.Length == node.Span.Length - 2)
        {
            path.Add(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("substring");
                json.WriteNumber("start", start);
                json.WriteNumber("length", span.Length);
                json.WriteEndObject();
                json.WriteEndObject();
            });
        }

        return null;
    }

    private static void Write(Utf8JsonWriter json, string kind, string name)
    {
        json.WriteStartObject();
        json.WriteString(kind, name);
        json.WriteEndObject();
    }

    private static bool Holds(TextSpan outer, TextSpan inner) => inner.Start >= outer.Start && inner.End <= outer.End;
}
