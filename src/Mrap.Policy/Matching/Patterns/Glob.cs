namespace Mrap.Policy.Matching.Patterns;

/// <summary>
/// Matches a pattern over a whole text: two cursors and one remembered star, so the work is at most pattern length times text length.
/// </summary>
internal static class Glob
{
    /// <summary>Whether the text matches; characters are compared one by one with case.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<GlobMark> marks, ReadOnlySpan<char> text)
    {
        if (pattern.Length > 0 && marks[^1] == GlobMark.Literal && (text.Length == 0 || text[^1] != pattern[^1]))
        {
            return false;
        }

        var at = 0;
        var i = 0;
        var afterStar = -1;
        var retry = 0;
        while (i < text.Length)
        {
            if (at < pattern.Length && marks[at] == GlobMark.Star)
            {
                afterStar = ++at;
                retry = i;
                if (at == pattern.Length)
                {
                    return true;
                }
            }
            else if (at < pattern.Length && marks[at] == GlobMark.Question)
            {
                i += Step(text, i);
                at++;
                continue;
            }
            else if (at < pattern.Length && pattern[at] == text[i])
            {
                i++;
                at++;
                continue;
            }
            else if (afterStar < 0)
            {
                return false;
            }
            else
            {
                retry += Step(text, retry);
            }

            // the star takes everything up to the next place where what follows it can begin
            at = afterStar;
            if (marks[at] == GlobMark.Literal)
            {
                var next = text[retry..].IndexOf(pattern[at]);
                if (next < 0)
                {
                    return false;
                }

                retry += next;
            }

            i = retry;
        }

        while (at < pattern.Length && marks[at] == GlobMark.Star)
        {
            at++;
        }

        return at == pattern.Length;
    }

    private static int Step(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
