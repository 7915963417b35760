using System.Collections.Immutable;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>What was found for an action.</summary>
/// <param name="Action">The action, as given.</param>
/// <param name="Whole">Over all resources.</param>
/// <param name="Resources">Resource by resource; empty when none was named.</param>
internal sealed record ActionResult(string Action, ResourceResult Whole, ImmutableArray<ResourceResult> Resources);
