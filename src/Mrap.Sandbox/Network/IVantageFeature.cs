namespace Mrap.Sandbox.Network;

/// <summary>Where the client of a connection says it is: the user name in its proxy address.</summary>
internal interface IVantageFeature
{
    /// <summary>The identifier of the vantage.</summary>
    string VantageId { get; }
}
