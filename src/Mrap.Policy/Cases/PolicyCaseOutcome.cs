namespace Mrap.Policy.Cases;

/// <summary>What reading a line of cases gave.</summary>
/// <param name="Case">The case; nothing when the line is not one.</param>
/// <param name="Fault">What is wrong with the line, as a lower-case sentence fragment; nothing when it is a case.</param>
public sealed record PolicyCaseOutcome(PolicyCase? Case, string? Fault);
