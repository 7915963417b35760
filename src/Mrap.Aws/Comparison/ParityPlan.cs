using System.Collections.Immutable;
using Mrap.Aws.Plans;

namespace Mrap.Aws.Comparison;

/// <summary>Settings that are brought to those of one bucket: the plan, and what each of its steps changes.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Fixes">What changes, one for each step in their order.</param>
public sealed record ParityPlan(ChangePlan Plan, ImmutableArray<SettingFix> Fixes);
