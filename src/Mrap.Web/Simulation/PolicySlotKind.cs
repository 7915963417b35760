namespace Mrap.Web.Simulation;

/// <summary>Where a policy of a simulation is attached.</summary>
public enum PolicySlotKind
{
    Identity,
    Boundary,
    Session,
    AccessPoint,
    Bucket,
    ServiceControl,
    ResourceControl,
}
