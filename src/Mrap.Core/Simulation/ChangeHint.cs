using System.Collections.Immutable;

namespace Mrap.Core.Simulation;

/// <summary>What would let a denied request through.</summary>
/// <param name="Changes">The changes in their order; each builds on the ones before. Empty when no change of a text can say it
/// exactly.</param>
/// <param name="Advice">What stands in the way where the changes do not suffice; null when they do.</param>
/// <param name="After">The world with all changes made.</param>
public sealed record ChangeHint(ImmutableArray<PolicyChange> Changes, string? Advice, SimulatedWorld After)
{
    /// <summary>Whether the request is allowed once the changes are made: it was decided so.</summary>
    public bool IsExact => Advice is null && !Changes.IsEmpty;
}
