using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Faults;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Sandbox;

/// <summary>A Region of the sandbox with its condition.</summary>
/// <param name="AccessPoints">The access points that have a bucket there, by name.</param>
public sealed record ConditionRow(RegionId Region, RegionCondition Condition, ImmutableArray<AccessPointName> AccessPoints);
