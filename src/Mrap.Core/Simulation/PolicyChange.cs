namespace Mrap.Core.Simulation;

/// <summary>A change of one policy.</summary>
/// <param name="Slot">The policy.</param>
/// <param name="Title">What it does, as a sentence; words of policies stand in backticks.</param>
/// <param name="Text">The whole text after it.</param>
public sealed record PolicyChange(PolicySlot Slot, string Title, string Text);
