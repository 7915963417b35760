using Mrap.Core.AccessPoints;
using Mrap.Core.Faults;
using Mrap.Core.Routing;

namespace Mrap.Aws.Drills;

/// <summary>What was there when a drill began, and what is there again when it has ended.</summary>
/// <param name="AccessPoint">The access point.</param>
/// <param name="Routes">Its routes.</param>
/// <param name="Conditions">How the Regions were.</param>
internal sealed record DrillStart(AccessPoint AccessPoint, RouteTable Routes, FleetConditions Conditions);
