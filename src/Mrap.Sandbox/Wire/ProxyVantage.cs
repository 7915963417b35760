namespace Mrap.Sandbox.Wire;

/// <summary>
/// Where the client of a connection says it is: the user name in its proxy address. A feature of the connection and of every request on it.
/// </summary>
/// <param name="VantageId">The identifier of the vantage.</param>
internal sealed record ProxyVantage(string VantageId);
