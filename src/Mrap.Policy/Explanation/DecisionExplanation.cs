using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>A decision with everything that led to it.</summary>
/// <param name="Decision">The decision; always the one that <see cref="AccessDecider"/> makes.</param>
/// <param name="Layers">The resource that was asked for; for a request through an access point, the access point and the bucket.</param>
public sealed record DecisionExplanation(Decision Decision, ImmutableArray<LayerExplanation> Layers)
{
    /// <summary>The layer that decided.</summary>
    public LayerExplanation DecidingLayer => Layers[Decision.Layer];

    /// <summary>
    /// What would have permitted, nearest first, over all layers that do not permit; empty unless the denial is implicit.
    /// </summary>
    public ImmutableArray<NearMiss> NearMisses =>
        Decision.Verdict == Verdict.ImplicitDeny ? [.. Layers.SelectMany(layer => layer.NearMisses)] : [];

    /// <summary>The JSON pointer of the deciding statement in its policy; nothing when no statement decided.</summary>
    public string? Pointer =>
        Decision.Policy is null || Decision.Statement < 0 ? null : StatementPointer.Of(Decision.Policy.Document, Decision.Statement);

    /// <summary>Readings taken where AWS does not say what happens, and limits of what is decided here; each a sentence.</summary>
    public ImmutableArray<string> Notes => DecisionNotes.Of(this);

    /// <summary>The decision in one sentence.</summary>
    public string Summary => DecisionSummary.Of(this);
}
