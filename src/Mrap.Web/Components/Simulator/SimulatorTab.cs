using System.Collections.Immutable;
using Mrap.Core.Regions;
using Mrap.Core.Simulation;

namespace Mrap.Web.Components.Simulator;

/// <summary>What the left side of the simulator shows: the policy of a slot, or Block Public Access.</summary>
/// <param name="Slot">The policy; null for Block Public Access.</param>
public sealed record SimulatorTab(PolicySlot? Slot)
{
    private const string BucketPrefix = "bucket-";

    public static SimulatorTab PublicAccess { get; } = new((PolicySlot?)null);

    public static SimulatorTab Caller { get; } = new(PolicySlot.Identity);

    /// <summary>Its name in the address.</summary>
    public string Slug => Slot switch
    {
        null => "public-access",
        { Place: PolicySlotKind.Identity } => "caller",
        { Place: PolicySlotKind.Boundary } => "boundary",
        { Place: PolicySlotKind.Session } => "session",
        { Place: PolicySlotKind.AccessPoint } => "access-point",
        { Place: PolicySlotKind.ServiceControl } => "scp",
        { Place: PolicySlotKind.ResourceControl } => "rcp",
        { Region: { } region } => BucketPrefix + region.Value,
        { Region: null } => "bucket",
    };

    /// <summary>The group of tabs it stands in; buckets have one each.</summary>
    public string Group => Slot switch
    {
        null => "Public access",
        { Place: PolicySlotKind.Identity or PolicySlotKind.Boundary or PolicySlotKind.Session } => "Caller",
        { Place: PolicySlotKind.AccessPoint } => "Access point",
        { Place: PolicySlotKind.ServiceControl or PolicySlotKind.ResourceControl } => "Organisation",
        { Region: var region } => region is { } id ? RegionCatalog.ShortNameOf(id) : string.Empty,
    };

    /// <summary>The tab of an address; where it names none, the policy that decides, or the caller's.</summary>
    public static SimulatorTab Find(string? slug, SimulatorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return All(model.World).FirstOrDefault(tab => tab.Slug == slug)
            ?? (model.Shown is { Explanation.Decision.Policy: { } policy } shown ? new SimulatorTab(shown.SlotOf(policy)) : Caller);
    }

    /// <summary>One tab for each group, in their order.</summary>
    public static ImmutableArray<SimulatorTab> Groups(SimulatedWorld world) => [.. All(world).DistinctBy(tab => tab.Group)];

    /// <summary>The tabs of one group.</summary>
    public static ImmutableArray<SimulatorTab> In(string group, SimulatedWorld world) => [.. All(world).Where(tab => tab.Group == group)];

    private static IEnumerable<SimulatorTab> All(SimulatedWorld world) =>
    [
        Caller, new(new PolicySlot(PolicySlotKind.Boundary)), new(new PolicySlot(PolicySlotKind.Session)), new(PolicySlot.AccessPoint),
        .. world.Buckets.Select(bucket => new SimulatorTab(PolicySlot.Bucket(bucket.Region))),
        PublicAccess, new(new PolicySlot(PolicySlotKind.ServiceControl)), new(new PolicySlot(PolicySlotKind.ResourceControl)),
    ];
}
