using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>Finds the wildcards and the variables in a text of a policy (IAM User Guide, "Policy variables").</summary>
internal static class TextTemplateReader
{
    /// <summary>Splits a text into plain runs and variables; a `${` that starts no variable is plain text.</summary>
    public static TextPart[] Read(ReadOnlySpan<char> text, bool withWildcards, bool withVariables)
    {
        if (!withVariables || text.IndexOf("${", StringComparison.Ordinal) < 0)
        {
            return [Plain(text, withWildcards)];
        }

        var parts = new List<TextPart>();
        var plain = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (
                text[at] != '$'
                    || at + 1 == text.Length
                    || text[at + 1] != '{'
                    || ReadVariable(text[at..], out var length) is not { } variable)
            {
                at++;
                continue;
            }

            if (at > plain)
            {
                parts.Add(Plain(text[plain..at], withWildcards));
            }

            parts.Add(variable);
            at += length;
            plain = at;
        }

        if (plain < text.Length || parts.Count == 0)
        {
            parts.Add(Plain(text[plain..], withWildcards));
        }

        return [.. parts];
    }

    private static TextPart? ReadVariable(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var stop = text.IndexOfAny('}', ',');
        if (stop < 0)
        {
            return null;
        }

        var key = text[2..stop].Trim(' ');
        if (text[stop] == '}')
        {
            length = stop + 1;
            return key is "*" or "?" or "$"
                ? new TextPart(key.ToString(), [GlobMark.Literal], Key: null)
                : new TextPart(Text: null, Marks: null, new ContextKey(key.ToString()));
        }

        var rest = text[(stop + 1)..].TrimStart(' ');
        var end = rest is ['\'', ..] ? rest[1..].IndexOf('\'') : -1;
        if (end < 0)
        {
            return null;
        }

        var behind = rest[(end + 2)..].TrimStart(' ');
        if (behind is not ['}', ..])
        {
            return null;
        }

        length = text.Length - behind.Length + 1;
        return new TextPart(rest.Slice(1, end).ToString(), Marks: null, new ContextKey(key.ToString()));
    }

    private static TextPart Plain(ReadOnlySpan<char> text, bool withWildcards)
    {
        var marks = new GlobMark[text.Length];
        if (withWildcards && text.IndexOfAny('*', '?') >= 0)
        {
            for (var i = 0; i < text.Length; i++)
            {
                marks[i] = text[i] switch { '*' => GlobMark.Star, '?' => GlobMark.Question, _ => GlobMark.Literal };
            }
        }

        return new TextPart(text.ToString(), marks, Key: null);
    }
}
