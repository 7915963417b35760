using System.Collections.Immutable;
using Mrap.Core.Simulation;

namespace Mrap.Aws.Simulation;

/// <summary>A simulation made from an existing access point.</summary>
/// <param name="State">The simulation.</param>
/// <param name="Unread">What could not be read and stands here as if it were not set; each within a sentence.</param>
/// <param name="IsChanging">Whether another policy is on its way to the Regions; the one in force is taken.</param>
public sealed record LoadedSimulation(SimulationState State, ImmutableArray<string> Unread, bool IsChanging);
