using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Routing;

/// <summary>A route Region that was asked and did not answer.</summary>
/// <param name="Region">Which Region.</param>
/// <param name="Fault">What came instead.</param>
public sealed record SilentRegion(RegionId Region, AwsFault Fault);
