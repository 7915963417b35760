using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>One policy, statement by statement.</summary>
/// <param name="Level">Its level in the organisation, root first from 0; 0 for policies without levels.</param>
/// <param name="IsApplicable">Whether policies of this kind count for the caller at all.</param>
/// <param name="Statements">Every statement in the order of the text.</param>
public sealed record PolicyExplanation(
    CompiledPolicy Policy, int Level, bool IsApplicable, ImmutableArray<StatementExplanation> Statements);
