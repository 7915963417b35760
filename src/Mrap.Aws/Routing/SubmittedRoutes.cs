using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Routes that the service has taken.</summary>
/// <param name="Routes">The routes; all vantages see them within about two minutes.</param>
/// <param name="AnsweredBy">The route Region that took them; null when nothing had to be sent.</param>
/// <param name="Silent">The route Regions that were asked before and did not answer.</param>
public sealed record SubmittedRoutes(RouteTable Routes, RegionId? AnsweredBy, ImmutableArray<SilentRegion> Silent);
