using System.Collections.Immutable;
using Mrap.Policy.Evaluation;

namespace Mrap.Policy.Explanation;

/// <summary>What was found at one resource: the only one, or the access point or the bucket behind it.</summary>
/// <param name="Request">The request for that resource.</param>
/// <param name="Decision">The decision there, before the other layer counts.</param>
/// <param name="Policies">Every policy that was given.</param>
/// <param name="NearMisses">For an implicit deny: the Allow statements that could have permitted and fail in one element only, nearest
/// first.</param>
public sealed record LayerExplanation(
    AccessRequest Request, Decision Decision, ImmutableArray<PolicyExplanation> Policies, ImmutableArray<NearMiss> NearMisses);
