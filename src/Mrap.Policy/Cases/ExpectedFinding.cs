using Mrap.Policy.Checks.Findings;

namespace Mrap.Policy.Cases;

/// <summary>A finding that a case expects.</summary>
/// <param name="Code">Its code. Underscores do not count: Access Analyzer's titles and its API do not break all words alike.</param>
/// <param name="Path">The element that it is about or lies in, as `Statement[0].Principal`; nothing when any place will do.</param>
public sealed record ExpectedFinding(string Code, FindingLevel Level, string? Path)
{
    /// <summary>Whether a finding is the expected one.</summary>
    /// <returns>Whether code and level are the same and the place is the expected element or a part of it.</returns>
    public bool Matches(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Level == Level
            && Plain(finding.Code) == Plain(Code)
            && (Path is null || IsWithin(Normal(finding.Path), Normal(Path)));
    }

    /// <inheritdoc/>
    public override string ToString() => Path is null ? $"{Level.ToWire()} {Code}" : $"{Level.ToWire()} {Code} at {Path}";

    private static string Plain(string code) => code.Replace("_", "", StringComparison.Ordinal);

    // a policy's only statement can be written with and without a list around it
    private static string Normal(string path) => path == "Statement" || path.StartsWith("Statement.", StringComparison.Ordinal)
        ? string.Concat("Statement[0]", path.AsSpan("Statement".Length))
        : path;

    private static bool IsWithin(string path, string element) =>
        path.StartsWith(element, StringComparison.Ordinal)
            && (path.Length == element.Length || element.Length == 0 || path[element.Length] is '.' or '[');
}
