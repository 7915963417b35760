using System.Collections.Immutable;
using Mrap.Core.Drills;

namespace Mrap.Aws.Drills;

/// <summary>The plan of a drill file, or why there is none.</summary>
/// <param name="Plan">The plan; null when there is a fault.</param>
/// <param name="Faults">Every fault, by line; empty when there is a plan.</param>
public sealed record DrillFileResult(DrillPlan? Plan, ImmutableArray<DrillFileFault> Faults);
