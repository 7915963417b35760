namespace Mrap.Core.Simulation;

/// <summary>What the other principals of a matrix are taken to be allowed by their own policies.</summary>
public enum PrincipalPolicies
{
    /// <summary>What the caller's own policies allow.</summary>
    Same,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Everything.</summary>
    Everything,
}
