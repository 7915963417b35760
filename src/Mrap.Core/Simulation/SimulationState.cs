namespace Mrap.Core.Simulation;

/// <summary>A request and everything that decides it.</summary>
public sealed record SimulationState(SimulatedWorld World, SimulatedRequest Request);
