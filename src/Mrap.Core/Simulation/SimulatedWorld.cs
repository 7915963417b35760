using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Simulation;

/// <summary>
/// Everything that stands still while requests are simulated: who asks with which policies, and the access point with its buckets. Policies
/// are texts; an empty one is not attached.
/// </summary>
public sealed record SimulatedWorld
{
    /// <summary>An ARN, <c>anonymous</c> or the name of a service.</summary>
    public required string Principal { get; init; }

    /// <summary>The principal's own policy; empty for none.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>The permissions boundary; empty for none.</summary>
    public string Boundary { get; init; } = string.Empty;

    /// <summary>The session policy; empty for none.</summary>
    public string Session { get; init; } = string.Empty;

    /// <summary>The service control policy of the caller's organisation.</summary>
    public string ServiceControl { get; init; } = string.Empty;

    /// <summary>The resource control policy of the resource's organisation.</summary>
    public string ResourceControl { get; init; } = string.Empty;

    /// <summary>The ARN of the access point as typed.</summary>
    public required string AccessPoint { get; init; }

    /// <summary>The policy of the access point; empty for none.</summary>
    public string AccessPointPolicy { get; init; } = string.Empty;

    /// <summary>Block Public Access of the access point.</summary>
    public BlockPublicAccess AccessPointBlock { get; init; } = BlockPublicAccess.AllOn;

    /// <summary>One per Region, at most 17.</summary>
    public required ImmutableArray<SimulatedBucket> Buckets { get; init; }

    /// <summary>Block Public Access of accounts; an account that is not listed blocks nothing.</summary>
    public ImmutableSortedDictionary<string, BlockPublicAccess> Accounts { get; init; } =
        ImmutableSortedDictionary.Create<string, BlockPublicAccess>(StringComparer.Ordinal);

    /// <summary>The account that owns the access point; null while its ARN cannot be read.</summary>
    public string? Owner => AccessPointArn.Parse(AccessPoint).TryGet(out var arn) ? arn.Account.Value : null;

    /// <summary>Every place that a policy can stand in.</summary>
    public IEnumerable<PolicySlot> Slots =>
    [
        PolicySlot.Identity, new(PolicySlotKind.Boundary), new(PolicySlotKind.Session), PolicySlot.AccessPoint,
        .. Buckets.Select(bucket => PolicySlot.Bucket(bucket.Region)),
        new(PolicySlotKind.ServiceControl), new(PolicySlotKind.ResourceControl),
    ];

    /// <summary>The accounts that own something here, each once.</summary>
    public IEnumerable<string> Owners =>
        Buckets.Select(bucket => bucket.Owner).Prepend(Owner ?? string.Empty).Where(owner => owner.Length > 0).Distinct();

    /// <summary>The bucket in a Region; null when there is none.</summary>
    public SimulatedBucket? Find(RegionId? region) => Buckets.FirstOrDefault(bucket => bucket.Region == region);

    /// <summary>Block Public Access of an account; all off for an account that is not known.</summary>
    public BlockPublicAccess BlockOf(string account) => Accounts.GetValueOrDefault(account, BlockPublicAccess.AllOff);

    /// <summary>The text in a place; empty when there is none.</summary>
    public string TextOf(PolicySlot slot) => slot.Place switch
    {
        PolicySlotKind.Identity => Identity,
        PolicySlotKind.Boundary => Boundary,
        PolicySlotKind.Session => Session,
        PolicySlotKind.AccessPoint => AccessPointPolicy,
        PolicySlotKind.Bucket => Find(slot.Region)?.Policy ?? string.Empty,
        PolicySlotKind.ServiceControl => ServiceControl,
        PolicySlotKind.ResourceControl => ResourceControl,
    };

    /// <summary>The world with another text in a place; a bucket that is not there changes nothing.</summary>
    public SimulatedWorld With(PolicySlot slot, string text) => slot.Place switch
    {
        PolicySlotKind.Identity => this with { Identity = text },
        PolicySlotKind.Boundary => this with { Boundary = text },
        PolicySlotKind.Session => this with { Session = text },
        PolicySlotKind.AccessPoint => this with { AccessPointPolicy = text },
        PolicySlotKind.Bucket => Find(slot.Region) is { } bucket ? With(bucket with { Policy = text }) : this,
        PolicySlotKind.ServiceControl => this with { ServiceControl = text },
        PolicySlotKind.ResourceControl => this with { ResourceControl = text },
    };

    /// <summary>The world with one bucket changed; the one of its Region.</summary>
    public SimulatedWorld With(SimulatedBucket bucket) =>
        this with { Buckets = [.. Buckets.Select(old => old.Region == bucket.Region ? bucket : old)] };

    /// <summary>The world with another Block Public Access of an account.</summary>
    public SimulatedWorld WithAccount(string account, BlockPublicAccess block) => this with { Accounts = Accounts.SetItem(account, block) };
}
