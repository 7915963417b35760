using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// What AWS checks when an access point is created or changed, at once and later (AWS page "Multi-Region Access Point restrictions and
/// limitations").
/// </summary>
public static class AccessPointRules
{
    /// <summary>The most access points of an account.</summary>
    public const int MaxPerAccount = 100;

    /// <summary>The most Regions, and so buckets, of an access point.</summary>
    public const int MaxRegions = 17;

    /// <summary>Checks a proposal against every rule.</summary>
    /// <returns>
    /// The broken rules: first those that refuse the request at once, then those that fail the operation; empty when it will succeed.
    /// The service reports only the first.
    /// </returns>
    public static ImmutableArray<CreateFinding> CheckCreate(CreateProposal proposal) =>
        [
            .. Synchronous(proposal).Select(pair => new CreateFinding(pair.Fault, IsAsynchronous: false, pair.Bucket)),
            .. Asynchronous(proposal).Select(pair => new CreateFinding(pair.Fault, IsAsynchronous: true, pair.Bucket))];

    /// <summary>Whether an access point in a state may be deleted.</summary>
    /// <param name="status">The state.</param>
    /// <returns>Null when it may, or the fault that the operation reports.</returns>
    public static ServiceFault? CheckDelete(AccessPointStatus status) => status switch
    {
        AccessPointStatus.Ready or AccessPointStatus.PartiallyCreated or AccessPointStatus.PartiallyDeleted
            or AccessPointStatus.InconsistentAcrossRegions => null,
        AccessPointStatus.Creating or AccessPointStatus.Deleting => AccessPointFaults.NotReady(status),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Whether the policy of an access point in a state may be replaced.</summary>
    /// <param name="status">The state.</param>
    /// <returns>Null when it may, or the fault that the operation reports.</returns>
    public static ServiceFault? CheckPutPolicy(AccessPointStatus status) =>
        status == AccessPointStatus.Ready ? null : AccessPointFaults.NotReady(status);

    private static IEnumerable<(ServiceFault Fault, BucketName? Bucket)> Synchronous(CreateProposal proposal)
    {
        if (proposal.Buckets.IsEmpty)
        {
            yield return (AccessPointFaults.NoBucket(), null);
        }

        if (proposal.Buckets.Length > MaxRegions)
        {
            yield return (AccessPointFaults.TooManyRegions(), null);
        }

        if (proposal.AccessPointCount >= MaxPerAccount)
        {
            yield return (AccessPointFaults.TooManyAccessPoints(), null);
        }

        foreach (var bucket in proposal.Buckets)
        {
            if (
                bucket.Region is { } region
                    && RegionCatalog.Find(region) is { IsOptIn: true, SupportsAccessPoints: true }
                    && !proposal.EnabledOptInRegions.Contains(region))
            {
                yield return (AccessPointFaults.RegionNotEnabled(region), bucket.Bucket);
            }
        }
    }

    private static IEnumerable<(ServiceFault Fault, BucketName? Bucket)> Asynchronous(CreateProposal proposal)
    {
        if (proposal.IsNameInUse)
        {
            yield return (AccessPointFaults.AlreadyOwnedByYou(proposal.Name), null);
        }

        var taken = new HashSet<RegionId>();
        foreach (var bucket in proposal.Buckets)
        {
            if (bucket.Region is not { } region)
            {
                yield return (AccessPointFaults.NoSuchBucket(bucket.Bucket), bucket.Bucket);
            }
            else if (RegionCatalog.Find(region) is not { SupportsAccessPoints: true })
            {
                yield return (AccessPointFaults.UnsupportedRegion(region), bucket.Bucket);
            }
            else if (!taken.Add(region))
            {
                yield return (AccessPointFaults.SameBucketRegion(region), bucket.Bucket);
            }
        }
    }
}
