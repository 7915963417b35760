namespace Mrap.Core.Simulation;

/// <summary>Where a policy of a simulation is attached.</summary>
public enum PolicySlotKind
{
    /// <summary>The principal's own policy.</summary>
    Identity,

    /// <summary>The permissions boundary of the principal.</summary>
    Boundary,

    /// <summary>The policy of the principal's session.</summary>
    Session,

    /// <summary>The policy of the access point.</summary>
    AccessPoint,

    /// <summary>The policy of a member bucket.</summary>
    Bucket,

    /// <summary>A policy of the organization that limits principals.</summary>
    ServiceControl,

    /// <summary>A policy of the organization that limits resources.</summary>
    ResourceControl,
}
