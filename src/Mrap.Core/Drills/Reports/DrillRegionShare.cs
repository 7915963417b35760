using Mrap.Core.Regions;

namespace Mrap.Core.Drills.Reports;

/// <summary>How much of the traffic a Region served.</summary>
/// <param name="Requests">The requests that it answered, with success or without.</param>
/// <param name="Share">Their share of all requests that a Region is known to have answered, above 0, at most 1.</param>
public sealed record DrillRegionShare(RegionId Region, int Requests, double Share);
