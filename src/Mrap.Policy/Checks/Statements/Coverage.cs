using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Statements;

/// <summary>
/// Tells whether one entry of Action or Resource takes in all that another does. When it cannot be told for certain the answer is no.
/// </summary>
internal static class Coverage
{
    private const int MaxLength = 2_048;

    /// <summary>Whether an entry of Action covers another; compared without case.</summary>
    public static bool OfActions(string wide, string narrow)
    {
        if (wide == "*" || wide.Equals(narrow, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!Begins(wide, narrow, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (wideColon, narrowColon) = (wide.IndexOf(':', StringComparison.Ordinal), narrow.IndexOf(':', StringComparison.Ordinal));
        if (wideColon < 0 || narrowColon < 0 || !IsBounded(wide, narrow))
        {
            return false;
        }

        var (foldedWide, foldedNarrow) = (ActionPattern.Fold(wide), ActionPattern.Fold(narrow));
        return OfPatterns(foldedWide.AsSpan(0, wideColon), foldedNarrow.AsSpan(0, narrowColon))
            && OfPatterns(foldedWide.AsSpan(wideColon + 1), foldedNarrow.AsSpan(narrowColon + 1));
    }

    /// <summary>
    /// Whether an entry of Resource covers another in policies of a kind; compared with case, field by field, those that an entry leaves
    /// out completed.
    /// </summary>
    public static bool OfResources(string wide, string narrow, PolicyKind kind)
    {
        if (wide == narrow || (wide.Length > 0 && !wide.AsSpan().ContainsAnyExcept('*')))
        {
            return true;
        }

        if (!Begins(wide, narrow, StringComparison.Ordinal) || !IsBounded(wide, narrow) || wide.Contains("${", StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> left = ShortArn.Complete(wide, kind);
        ReadOnlySpan<char> right = ShortArn.Complete(narrow, kind);
        if (!ArnFields.IsArn(left) || !ArnFields.IsArn(right))
        {
            return false;
        }

        for (var field = 1; field < ArnFields.Count; field++)
        {
            var (leftColon, rightColon) = (left.IndexOf(':'), right.IndexOf(':'));
            if (!OfPatterns(left[..leftColon], right[..rightColon]))
            {
                return false;
            }

            left = left[(leftColon + 1)..];
            right = right[(rightColon + 1)..];
        }

        return OfPatterns(left, right);
    }

    // a wildcard of the narrow pattern is one more character to the wide one: its star takes that in, its question mark does not take in a
    // star or a variable
    private static bool OfPatterns(ReadOnlySpan<char> wide, ReadOnlySpan<char> narrow)
    {
        if (!wide.ContainsAny('*', '?'))
        {
            return wide.SequenceEqual(narrow);
        }

        if (wide.Contains('?') && (narrow.Contains('*') || narrow.IndexOf("${", StringComparison.Ordinal) >= 0))
        {
            return false;
        }

        return Wildcards.Match(wide, narrow);
    }

    // most pairs part before the first wildcard, and cost nothing more
    private static bool Begins(string wide, string narrow, StringComparison comparison)
    {
        var wildcard = wide.AsSpan().IndexOfAny('*', '?');
        return narrow.AsSpan().StartsWith(wide.AsSpan(0, wildcard < 0 ? wide.Length : wildcard), comparison);
    }

    private static bool IsBounded(string wide, string narrow) => wide.Length <= MaxLength && narrow.Length <= MaxLength;
}
