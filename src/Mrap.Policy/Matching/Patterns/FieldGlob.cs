using Mrap.Policy.Arns;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>Matches a pattern over an ARN, each of the first five fields by itself: no wildcard there stands for a colon.</summary>
internal static class FieldGlob
{
    /// <summary>Whether each field of an ARN matches the pattern's field; not when either has fewer than six.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<GlobMark> marks, ReadOnlySpan<char> value)
    {
        for (var field = 1; field < ArnFields.Count; field++)
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
