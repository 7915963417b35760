using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Drills.Reports;

/// <summary>Where a key exists when the drill has ended and replication has had its time.</summary>
/// <param name="Key">The key.</param>
/// <param name="Regions">The Regions that hold it, each once; empty when it is gone.</param>
public sealed record DrillAuditedKey(string Key, ImmutableArray<RegionId> Regions);
