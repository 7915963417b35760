using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Aws.Routing;

/// <summary>The answer of the first Region that gave one.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Region">Who answered.</param>
/// <param name="Value">What it said.</param>
/// <param name="Silent">The Regions that were asked before and did not answer, in the order in which they were asked.</param>
internal sealed record RegionAnswer<T>(RegionId Region, T Value, ImmutableArray<SilentRegion> Silent)
    where T : notnull;
