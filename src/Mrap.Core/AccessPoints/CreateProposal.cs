using System.Collections.Frozen;
using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>A new access point as it is asked for, with what is known of the account.</summary>
/// <param name="Name">The wished name.</param>
/// <param name="Buckets">The wished buckets, in the order of the request.</param>
/// <param name="AccessPointCount">How many access points the account has.</param>
/// <param name="IsNameInUse">Whether the account has one of that name.</param>
/// <param name="EnabledOptInRegions">The opt-in Regions that the account has enabled.</param>
public sealed record CreateProposal(
    AccessPointName Name,
    ImmutableArray<ProposedBucket> Buckets,
    int AccessPointCount,
    bool IsNameInUse,
    FrozenSet<RegionId> EnabledOptInRegions);
