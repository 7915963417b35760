using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Failover;

/// <summary>One check before traffic moves.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Regions">The Regions in which something is to be done, by code; none when nothing is.</param>
public sealed record ReadinessCheck(
    ReadinessSubject Subject, ReadinessVerdict Verdict, string Reason, ImmutableArray<RegionId> Regions);
