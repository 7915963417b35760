namespace Mrap.Core.Traffic;

/// <summary>What became of the requests of one place.</summary>
/// <param name="Place">The id of the place.</param>
/// <param name="Answered">How many ended, well or not.</param>
/// <param name="Failed">How many ended badly.</param>
/// <param name="MeanMs">Their mean duration in milliseconds; 0 before the first.</param>
public sealed record TrafficPlaceReport(string Place, long Answered, long Failed, double MeanMs);
