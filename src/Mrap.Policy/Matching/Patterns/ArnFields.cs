namespace Mrap.Policy.Matching.Patterns;

/// <summary>The six fields of an ARN: split at its first five colons, the sixth is everything behind them.</summary>
internal static class ArnFields
{
    private const int HeadFields = 5;

    /// <summary>Whether a text has the six fields of an ARN.</summary>
    public static bool IsArn(ReadOnlySpan<char> text) => text.StartsWith("arn:", StringComparison.Ordinal) && HeadLength(text) >= 0;

    /// <summary>The length of the first five fields with their colons, or -1 when there are fewer.</summary>
    public static int HeadLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var field = 0; field < HeadFields; field++)
        {
            var colon = text[at..].IndexOf(':');
            if (colon < 0)
            {
                return -1;
            }

            at += colon + 1;
        }

        return at;
    }

    /// <summary>Whether each field of an ARN matches the pattern's field; not when either has fewer than six.</summary>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<GlobMark> marks, ReadOnlySpan<char> value)
    {
        for (var field = 0; field < HeadFields; field++)
        {
            var patternColon = pattern.IndexOf(':');
            var valueColon = value.IndexOf(':');
            if (patternColon < 0 || valueColon < 0 || !Glob.Matches(pattern[..patternColon], marks[..patternColon], value[..valueColon]))
            {
                return false;
            }

            pattern = pattern[(patternColon + 1)..];
            marks = marks[(patternColon + 1)..];
            value = value[(valueColon + 1)..];
        }

        return Glob.Matches(pattern, marks, value);
    }
}
