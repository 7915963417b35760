using Mrap.Policy.Model;

namespace Mrap.Policy.Evaluation;

/// <summary>What is decided, by which rule, and which statement decided it.</summary>
/// <param name="Verdict">What is decided.</param>
/// <param name="Reason">By which rule.</param>
/// <param name="Policy">The policy of the deciding statement; nothing when the absence of a permission or the root user's right
/// decided.</param>
/// <param name="Statement">The deciding statement's place in that policy, from 0; -1 when there is none.</param>
/// <param name="Layer">For a request through an access point: 0 when the access point decided, 1 when the bucket did; 0 for all other
/// requests.</param>
public readonly record struct Decision(Verdict Verdict, DecisionReason Reason, CompiledPolicy? Policy, int Statement, int Layer)
{
    /// <summary>Whether the request is permitted.</summary>
    public bool IsAllowed => Verdict == Verdict.Allow;

    /// <summary>The deciding statement as written; nothing when no statement decided.</summary>
    public PolicyStatement? DecidingStatement => Policy is null || Statement < 0 ? null : Policy.Document.Statements[Statement];
}
