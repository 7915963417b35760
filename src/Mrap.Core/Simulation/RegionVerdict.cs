using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;

namespace Mrap.Core.Simulation;

/// <summary>What becomes of the simulated request when one bucket serves it.</summary>
/// <param name="Layers">What is decided: the access point and the bucket, or the bucket alone; empty when a policy has faults.</param>
/// <param name="Explanation">The decision; null when a policy has faults.</param>
/// <param name="Faulty">The policies that cannot be read.</param>
public sealed record RegionVerdict(
    SimulatedBucket Bucket, ImmutableArray<AccessLayer> Layers, DecisionExplanation? Explanation, ImmutableArray<PolicySlot> Faulty)
{
    /// <summary>The verdict; null when a policy has faults.</summary>
    public Verdict? Verdict => Explanation?.Decision.Verdict;

    /// <summary>The slot of a policy that was decided here.</summary>
    public PolicySlot SlotOf(CompiledPolicy policy) => PolicySlot.Of(policy.Kind, Bucket.Region);
}
