using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>The dial that a drill sets for a Region of the access point.</summary>
public sealed record DrillRouteChange(RegionId Region, TrafficDial Dial);
