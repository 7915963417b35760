using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>A city and the Region that would answer it.</summary>
/// <param name="Region">The Region; null when none would.</param>
/// <param name="Milliseconds">The predicted round trip; 0 when nobody answers.</param>
public sealed record ServedClient(Vantage City, RegionId? Region, double Milliseconds);
