namespace Mrap.Sandbox.Network;

/// <summary>A vantage named by a CONNECT request.</summary>
/// <param name="VantageId">The identifier of the vantage.</param>
internal sealed record ProxyVantage(string VantageId) : IVantageFeature;
