using System.Collections.Immutable;

namespace Mrap.Core.Drills;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when there is a fault.</param>
/// <param name="Faults">Every broken rule, in the order of the plan; empty when there is a plan.</param>
public sealed record DrillPlanResult(DrillPlan? Plan, ImmutableArray<DrillFault> Faults);
