namespace Mrap.Sandbox.Network;

/// <summary>The places a client can be at.</summary>
internal interface IVantageNames
{
    /// <summary>Whether a place of this identifier is known.</summary>
    bool Contains(string vantageId);

    /// <summary>A sentence that says that the identifier is unknown, with examples of known ones.</summary>
    string Explain(string vantageId);
}
