using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Metrics;

/// <summary>A Region that could not be asked, or told only a part.</summary>
public sealed record RegionFault(RegionId Region, AwsFault Fault);
