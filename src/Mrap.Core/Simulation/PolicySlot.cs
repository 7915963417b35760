using Mrap.Core.Regions;
using Mrap.Policy.Model;

namespace Mrap.Core.Simulation;

/// <summary>The place of one policy in a simulation.</summary>
/// <param name="Place">Where it is attached.</param>
/// <param name="Region">The Region of the bucket; null for all others.</param>
public readonly record struct PolicySlot(PolicySlotKind Place, RegionId? Region = null)
{
    /// <summary>The principal's own policy.</summary>
    public static PolicySlot Identity => new(PolicySlotKind.Identity);

    /// <summary>The policy of the access point.</summary>
    public static PolicySlot AccessPoint => new(PolicySlotKind.AccessPoint);

    /// <summary>The kind of policy that stands here.</summary>
    public PolicyKind Kind => Place switch
    {
        PolicySlotKind.Identity => PolicyKind.Identity,
        PolicySlotKind.Boundary => PolicyKind.Boundary,
        PolicySlotKind.Session => PolicyKind.Session,
        PolicySlotKind.AccessPoint => PolicyKind.AccessPoint,
        PolicySlotKind.Bucket => PolicyKind.Bucket,
        PolicySlotKind.ServiceControl => PolicyKind.ServiceControl,
        PolicySlotKind.ResourceControl => PolicyKind.ResourceControl,
    };

    /// <summary>Its name within a sentence.</summary>
    public string Name => Place switch
    {
        PolicySlotKind.Identity => "the caller's identity policy",
        PolicySlotKind.Boundary => "the caller's permissions boundary",
        PolicySlotKind.Session => "the session policy",
        PolicySlotKind.AccessPoint => "the access point policy",
        PolicySlotKind.Bucket => $"the bucket policy in {(Region is { } region ? RegionCatalog.ShortNameOf(region) : "no Region")}",
        PolicySlotKind.ServiceControl => "the service control policy",
        PolicySlotKind.ResourceControl => "the resource control policy",
    };

    /// <summary>The policy of the bucket in a Region.</summary>
    public static PolicySlot Bucket(RegionId region) => new(PolicySlotKind.Bucket, region);

    /// <summary>The slot of a policy that was decided for a Region.</summary>
    public static PolicySlot Of(PolicyKind kind, RegionId region) => kind switch
    {
        PolicyKind.Identity => Identity,
        PolicyKind.Boundary => new(PolicySlotKind.Boundary),
        PolicyKind.Session => new(PolicySlotKind.Session),
        PolicyKind.AccessPoint => AccessPoint,
        PolicyKind.ServiceControl => new(PolicySlotKind.ServiceControl),
        PolicyKind.ResourceControl => new(PolicySlotKind.ResourceControl),
        PolicyKind.Bucket or PolicyKind.Endpoint or PolicyKind.Trust => Bucket(region),
    };
}
