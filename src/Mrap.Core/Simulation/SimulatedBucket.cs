using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Simulation;

/// <summary>A bucket behind the simulated access point.</summary>
/// <param name="Owner">The account that owns it, as typed.</param>
/// <param name="Policy">Its policy as text; empty when it has none.</param>
/// <param name="Block">Its Block Public Access.</param>
/// <param name="IsActive">Whether requests are routed to it.</param>
public sealed record SimulatedBucket(
    RegionId Region, string Name, string Owner, string Policy, BlockPublicAccess Block, bool IsActive = true);
