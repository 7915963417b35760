using Mrap.Policy.Evaluation;

namespace Mrap.Core.TestCases;

/// <summary>What became of one test case.</summary>
/// <param name="Actual">The verdict now; null when it could not be decided.</param>
/// <param name="Why">Why it is so: a sentence fragment.</param>
public sealed record TestResult(SavedCase Case, Verdict? Actual, string Why)
{
    /// <summary>Whether the decision is the expected one.</summary>
    public bool Passes => Actual == Case.Test.Verdict;
}
