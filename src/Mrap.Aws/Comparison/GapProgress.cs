using System.Collections.Immutable;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>How far a search for gaps is, and what it found so far.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Phase">What it is at.</param>
/// <param name="Members">How far each bucket is, in the order of the members.</param>
/// <param name="Keys">How many different keys were compared.</param>
/// <param name="Counts">How many differ.</param>
/// <param name="Gaps">The first of them, at most <see cref="GapQuery.MaxKept"/>, in the order of keys.</param>
/// <param name="Examined">Of how many of them it is known why.</param>
/// <param name="Elapsed">How long it has taken.</param>
public sealed record GapProgress(
    GapQuery Query,
    GapPhase Phase,
    ImmutableArray<MemberProgress> Members,
    long Keys,
    GapCounts Counts,
    ImmutableArray<Gap> Gaps,
    int Examined,
    TimeSpan Elapsed)
{
    /// <summary>Whether every bucket was listed to its end, so that no difference was found means that there is none.</summary>
    public bool IsWhole => Phase == GapPhase.Finished && Members.All(member => member.Fault is null);
}
