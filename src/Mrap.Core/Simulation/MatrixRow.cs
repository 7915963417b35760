using System.Collections.Immutable;

namespace Mrap.Core.Simulation;

/// <summary>One principal and one action in every Region.</summary>
public sealed record MatrixRow(string Principal, string Action, ImmutableArray<RegionVerdict> Cells);
