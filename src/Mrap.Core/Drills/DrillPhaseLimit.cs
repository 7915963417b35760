namespace Mrap.Core.Drills;

/// <summary>How many requests of one phase may fail.</summary>
/// <param name="Phase">The name of a phase of the plan, in its own spelling.</param>
/// <param name="MaxErrorShare">The largest share of errors that holds, 0 to 1.</param>
public sealed record DrillPhaseLimit(string Phase, double MaxErrorShare);
