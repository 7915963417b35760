using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Cases;

/// <summary>A test of what the checks find in a policy.</summary>
/// <param name="Id">The case's identifier.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Text">The policy's text.</param>
/// <param name="Kind">Where it is attached.</param>
/// <param name="Context">What is known of its context.</param>
/// <param name="Findings">What must be found. Nothing else of level ERROR may be.</param>
/// <param name="Absent">Codes that must not be found, of whatever level.</param>
public sealed record CheckCase(
    string Id,
    string Name,
    string Text,
    PolicyKind Kind,
    CheckContext Context,
    ImmutableArray<ExpectedFinding> Findings,
    ImmutableArray<string> Absent) : PolicyCase(Id, Name)
{
    /// <inheritdoc/>
    public override string Expected => Findings.IsEmpty ? "no errors" : string.Join("; ", Findings);

    /// <summary>Checks the policy.</summary>
    /// <returns>The findings in the order of the text.</returns>
    public ImmutableArray<Finding> Check() => PolicyChecks.Check(Text, Kind, Context);

    /// <inheritdoc/>
    public override string Answer()
    {
        var found = Check();
        var isAsExpected = Findings.All(expected => found.Any(expected.Matches))
            && !found.Any(IsUnexpected);
        return isAsExpected ? Expected
            : found.IsEmpty ? "nothing found"
            : string.Join("; ", found.Select(finding => $"{finding.Level.ToWire()} {finding.Code} at {finding.Path}"));
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Explain()
    {
        var found = Check();
        return
        [
            .. Findings.Where(expected => !found.Any(expected.Matches)).Select(expected => "missing: " + expected),
            .. found.Where(IsUnexpected).Select(finding => "unexpected: " + Describe(finding)),
            .. found.Where(finding => !IsUnexpected(finding)).Select(finding => "found: " + Describe(finding)),
        ];
    }

    private static string Describe(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Level.ToWire()} {finding.Code} at {(finding.Path.Length == 0 ? "the document" : finding.Path)} (line "
            + $"{finding.Start.Line}, column {finding.Start.Column}): {finding.Message}");

    private bool IsUnexpected(Finding finding) =>
        Absent.Contains(finding.Code) || (finding.Level == FindingLevel.Error && !Findings.Any(expected => expected.Matches(finding)));
}
