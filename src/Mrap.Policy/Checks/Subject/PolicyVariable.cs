namespace Mrap.Policy.Checks.Subject;

/// <summary>
/// A policy variable, or what is meant as one, in a text of a policy (IAM User Guide, "IAM policy elements: Variables and tags").
/// </summary>
/// <param name="Start">The offset of its dollar sign.</param>
/// <param name="Length">Its length with both braces; without its closing brace up to where that should stand.</param>
/// <param name="Key">The condition key in it with any blanks.</param>
/// <param name="Default">Its default with any blanks and quotes; nothing when it has none.</param>
/// <param name="IsClosed">Whether it has its closing brace.</param>
internal readonly record struct PolicyVariable(int Start, int Length, string Key, string? Default, bool IsClosed)
{
    private const string Opening = "${";

    // longer ones are cut off, so that a text of openings without end is read in one go
    private const int MaxLength = 1024;

    /// <summary>Whether it stands for one of the special characters and not for a key.</summary>
    public bool IsLiteral => Key is "*" or "?" or "$" && Default is null;

    /// <summary>Whether a text has anything that is meant as a variable.</summary>
    public static bool IsIn(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>Whether a text has a wildcard that does not belong to a variable.</summary>
    public static bool HasWildcardBeside(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '?') < 0)
        {
            return false;
        }

        var at = 0;
        foreach (var variable in In(text))
        {
            if (text.AsSpan(at, variable.Start - at).IndexOfAny('*', '?') >= 0)
            {
                return true;
            }

            at = variable.Start + variable.Length;
        }

        return text.AsSpan(at).IndexOfAny('*', '?') >= 0;
    }

    /// <summary>The variables of a text in its order.</summary>
    public static List<PolicyVariable> In(string text)
    {
        var found = new List<PolicyVariable>();
        var at = text.IndexOf(Opening, StringComparison.Ordinal);
        while (at >= 0)
        {
            var variable = Read(text, at);
            found.Add(variable);
            at = text.IndexOf(Opening, at + variable.Length, StringComparison.Ordinal);
        }

        return found;
    }

    private static PolicyVariable Read(string text, int start)
    {
        var window = text.AsSpan(start, Math.Min(MaxLength, text.Length - start));
        var stop = window.IndexOfAny('}', ',');
        var next = window[Opening.Length..].IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        if (stop < 0 || (next >= Opening.Length && next < stop))
        {
            return Open(text, start);
        }

        var key = window[Opening.Length..stop].ToString();
        if (window[stop] == '}')
        {
            return new PolicyVariable(start, stop + 1, key, Default: null, IsClosed: true);
        }

        // a default in quotes may hold a brace
        var rest = window[(stop + 1)..];
        var quote = rest.IndexOfAnyExcept(' ');
        var from = 0;
        if (quote >= 0 && rest[quote] == '\'')
        {
            var end = rest[(quote + 1)..].IndexOf('\'');
            from = end < 0 ? 0 : quote + 1 + end;
        }

        var close = rest[from..].IndexOf('}');
        return close < 0
            ? Open(text, start)
            : new PolicyVariable(start, stop + 1 + from + close + 1, key, rest[..(from + close)].ToString(), IsClosed: true);
    }

    private static PolicyVariable Open(string text, int start)
    {
        var inside = start + Opening.Length;
        var end = inside;
        while (
            end < text.Length
                && end - start < MaxLength
                && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_' or '.' or '@'))
        {
            end++;
        }

        return new PolicyVariable(start, end - start, text[inside..end], Default: null, IsClosed: false);
    }
}
