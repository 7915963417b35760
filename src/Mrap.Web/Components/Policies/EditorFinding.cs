using Mrap.Policy.Checks.Findings;

namespace Mrap.Web.Components.Policies;

/// <summary>A finding as the code editor marks it.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units.</param>
/// <param name="Severity">The editor's word for how bad it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do about it.</param>
/// <param name="Code">The check.</param>
/// <param name="Edit">The offered change, or null.</param>
internal sealed record EditorFinding(
    int Start,
    int Length,
    string Severity,
    string Message,
    string Hint,
    string Code,
    EditorEdit? Edit)
{
    public static EditorFinding Of(Finding finding) => new(
        finding.Span.Start,
        finding.Span.Length,
        finding.Level switch
        {
            FindingLevel.Error => "Error",
            FindingLevel.SecurityWarning or FindingLevel.Warning => "Warning",
            FindingLevel.Suggestion => "Info",
        },
        finding.Message,
        finding.Hint,
        finding.Code,
        finding.Edit is { } edit
            ? new EditorEdit(
                edit.Title.Replace("`", string.Empty, StringComparison.Ordinal), edit.Span.Start, edit.Span.Length, edit.Replacement)
            : null);
}
