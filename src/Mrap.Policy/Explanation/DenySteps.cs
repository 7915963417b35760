using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>Answers whether a statement denies.</summary>
internal static class DenySteps
{
    /// <summary>The answer.</summary>
    public static PathStep Deny(Decision decision) => decision.Reason == DecisionReason.DenyStatement
        ? new PathStep(
            PathStage.ExplicitDeny, PathOutcome.Denies,
            $"{ListText.Sentence(DecisionSummary.Name(decision))} denies it; nothing can permit it while that stands.", decision.Policy,
            decision.Statement, IsDeciding: false)
        : new PathStep(
            PathStage.ExplicitDeny, PathOutcome.Clear, "No Deny statement matches.", Policy: null, Statement: -1, IsDeciding: false);
}
