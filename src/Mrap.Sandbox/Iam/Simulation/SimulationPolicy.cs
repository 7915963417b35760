using Mrap.Policy.Evaluation;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>A policy of a simulation.</summary>
/// <param name="Id">What matched statements call it, such as <c>PolicyInputList.1</c>.</param>
/// <param name="Type">What kind of policy matched statements say it is, one of <see cref="SimulationPolicyTypes"/>.</param>
/// <param name="Compiled">The policy.</param>
internal sealed record SimulationPolicy(string Id, string Type, CompiledPolicy Compiled);
