using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>What was found for an action, on one resource or on all of them.</summary>
/// <param name="Resource">The resource; for several, the form of the action's resources.</param>
/// <param name="Verdict">What is decided; over several resources, the most restrictive.</param>
/// <param name="Matched">The statements that decided; none for an implicit deny.</param>
/// <param name="AllowedByBoundary">Whether the boundary permits; null without one.</param>
/// <param name="Details">What each kind of policy says by itself, across accounts; empty within one.</param>
internal sealed record ResourceResult(
    string Resource,
    Verdict Verdict,
    ImmutableArray<MatchedStatement> Matched,
    bool? AllowedByBoundary,
    ImmutableArray<KeyValuePair<string, Verdict>> Details);
