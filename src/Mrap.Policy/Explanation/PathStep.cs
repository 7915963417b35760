using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>One question of a decision and its answer.</summary>
/// <param name="Stage">The question.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Text">The answer as a sentence; words of policies stand in backticks.</param>
/// <param name="Policy">The policy of the statement that answers; nothing when none does.</param>
/// <param name="Statement">The place of that statement in its policy, from 0; -1 when there is none.</param>
/// <param name="IsDeciding">Whether the decision rests on this answer: the first that denies, or for a permission what permits.</param>
public sealed record PathStep(PathStage Stage, PathOutcome Outcome, string Text, CompiledPolicy? Policy, int Statement, bool IsDeciding)
{
    /// <summary>Whether the request fails here.</summary>
    public bool IsFailing => Outcome is PathOutcome.Denies or PathOutcome.Missing;
}
