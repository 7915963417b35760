using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.AccessPoints;

/// <summary>What the details page shows of an access point.</summary>
/// <param name="Routes">Its routes; null when they could not be read, as while it is being made.</param>
/// <param name="RoutesFault">Why the routes could not be read.</param>
/// <param name="Policy">Its policy; null when it could not be read.</param>
/// <param name="PolicyFault">Why the policy could not be read.</param>
public sealed record AccessPointDetails(
    AccessPoint AccessPoint, RouteTable? Routes, AwsFault? RoutesFault, AccessPointPolicy? Policy, AwsFault? PolicyFault);
