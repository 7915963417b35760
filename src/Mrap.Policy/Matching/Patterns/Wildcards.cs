namespace Mrap.Policy.Matching.Patterns;

/// <summary>Matches texts against patterns with the wildcards of policies (IAM User Guide, "IAM JSON policy elements: Resource").</summary>
public static class Wildcards
{
    /// <summary>
    /// Whether a pattern matches a whole text: `*` stands for any characters or none, `?` for one; case counts, and nothing escapes a
    /// wildcard.
    /// </summary>
    /// <param name="pattern">The pattern; variables in it are plain text.</param>
    /// <returns>Whether it matches; the work is at most the length of the pattern times that of the text.</returns>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var part = TextTemplateReader.Read(pattern, withWildcards: true, withVariables: false)[0];
        return Glob.Matches(part.Text, part.Marks, text);
    }
}
