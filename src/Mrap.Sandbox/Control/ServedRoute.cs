using Mrap.Core.Routing;

namespace Mrap.Sandbox.Control;

/// <summary>A request to an access point, routed.</summary>
/// <param name="Record">The access point.</param>
/// <param name="Vantage">Where the client is.</param>
/// <param name="Route">The route taken.</param>
internal sealed record ServedRoute(AccessPointRecord Record, Vantage Vantage, Route Route);
