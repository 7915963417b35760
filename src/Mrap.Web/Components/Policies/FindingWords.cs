using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Policies;

/// <summary>How findings are shown.</summary>
public static class FindingWords
{
    public static StatusKind Kind(this FindingLevel level) => level switch
    {
        FindingLevel.Error => StatusKind.Error,
        FindingLevel.SecurityWarning => StatusKind.Warning,
        FindingLevel.Warning => StatusKind.Warning,
        FindingLevel.Suggestion => StatusKind.Info,
    };

    public static string Word(this FindingLevel level) => level switch
    {
        FindingLevel.Error => "Error",
        FindingLevel.SecurityWarning => "Security",
        FindingLevel.Warning => "Warning",
        FindingLevel.Suggestion => "Suggestion",
    };

    /// <summary>How many of each level, as in <c>1 error, 2 suggestions</c>; <c>No findings</c> for none.</summary>
    public static string Summary(ImmutableArray<Finding> findings)
    {
        var parts = Enum.GetValues<FindingLevel>()
            .Select(level => (Level: level, Count: findings.Count(finding => finding.Level == level)))
            .Where(part => part.Count > 0)
            .Select(part => part.Level switch
            {
                FindingLevel.Error => DisplayFormat.Count(part.Count, "error", "errors"),
                FindingLevel.SecurityWarning => DisplayFormat.Count(part.Count, "security warning", "security warnings"),
                FindingLevel.Warning => DisplayFormat.Count(part.Count, "warning", "warnings"),
                _ => DisplayFormat.Count(part.Count, "suggestion", "suggestions"),
            })
            .ToList();
        return parts.Count == 0 ? "No findings" : string.Join(", ", parts);
    }

    /// <summary>A sentence fragment of the checks as a sentence.</summary>
    public static string Sentence(string fragment) =>
        fragment.Length == 0 || !char.IsLower(fragment[0]) ? fragment : char.ToUpperInvariant(fragment[0]) + fragment[1..];
}
