namespace Mrap.Core.Drills.Reports;

/// <summary>When a phase was run; offsets are from the start of the drill.</summary>
/// <param name="Name">The name of the phase in the plan.</param>
/// <param name="Start">When it began; the action is applied within the phase.</param>
/// <param name="End">
/// When it ended. A request belongs to the phase that it was sent in, from the start inclusive to the end exclusive.
/// </param>
/// <param name="ActionApplied">When its action had been applied; null when it has none or it failed.</param>
public sealed record DrillPhaseSpan(string Name, TimeSpan Start, TimeSpan End, TimeSpan? ActionApplied);
