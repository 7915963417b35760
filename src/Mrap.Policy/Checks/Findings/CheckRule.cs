namespace Mrap.Policy.Checks.Findings;

/// <summary>One rule of the checks.</summary>
/// <param name="Code">Its code: the title of Access Analyzer's check in capitals with underscores where it has one ("Access Analyzer policy
/// check reference").</param>
/// <param name="Level">The level of its findings.</param>
/// <param name="Meaning">What it finds, as a lower-case sentence fragment.</param>
/// <param name="IsOwn">Whether Access Analyzer has no such check.</param>
public sealed record CheckRule(string Code, FindingLevel Level, string Meaning, bool IsOwn = false);
