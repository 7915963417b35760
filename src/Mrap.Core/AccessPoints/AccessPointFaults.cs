using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The faults of the access point control plane, each with AWS's code (AWS page "Error responses"). The messages are ours.
/// </summary>
public static class AccessPointFaults
{
    private const int Asynchronous = 200;

    /// <summary>The account has as many access points as it may: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault TooManyAccessPoints() => new(
        "TooManyMultiRegionAccessPoints", 400,
        $"You have attempted to create more Multi-Region Access Points than are allowed for an account: {AccessPointRules.MaxPerAccount}.");

    /// <summary>The request names more buckets than an access point may have: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault TooManyRegions() => new(
        "TooManyMultiRegionAccessPointregionsError", 400,
        $"You have attempted to create a Multi-Region Access Point with more Regions than are allowed: {AccessPointRules.MaxRegions}.");

    /// <summary>The request names no bucket: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault NoBucket() => new("InvalidRequest", 400, "A Multi-Region Access Point needs at least one bucket.");

    /// <summary>The account has not enabled an opt-in Region: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault RegionNotEnabled(RegionId region) =>
        new("InvalidRegion", 403, $"The Region {region} is not enabled for your account.");

    /// <summary>There is no access point of that name or alias: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault NoSuchAccessPoint() =>
        new("NoSuchMultiRegionAccessPoint", 404, "The specified Multi-Region Access Point does not exist.");

    /// <summary>There is no operation of that token: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault NoSuchAsyncRequest() => new("NoSuchAsyncRequest", 404, "The specified asynchronous request does not exist.");

    /// <summary>The client token was used for a different request: refused at once.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault ClientTokenConflict() =>
        new("ClientTokenConflict", 409, "The client token was used before with different parameters.");

    /// <summary>The name is in use in the account: reported by the operation.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault AlreadyOwnedByYou(AccessPointName name) => new(
        "MultiRegionAccessPointAlreadyOwnedByYou", Asynchronous, $"You already own a Multi-Region Access Point named {name}.");

    /// <summary>Another request is changing the access point: reported by the operation.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault ModifiedByAnotherRequest() => new(
        "MultiRegionAccessPointModifiedByAnotherRequest", Asynchronous,
        "The Multi-Region Access Point is being modified by another request.");

    /// <summary>The access point is in a state that does not allow the change: reported by the operation.</summary>
    /// <param name="status">The state it is in.</param>
    /// <returns>The fault.</returns>
    public static ServiceFault NotReady(AccessPointStatus status) => new(
        "MultiRegionAccessPointNotReady", Asynchronous, $"The Multi-Region Access Point is not ready: its status is {status.ToWire()}.");

    /// <summary>Two buckets are in one Region: reported by the operation.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault SameBucketRegion(RegionId region) => new(
        "MultiRegionAccessPointSameBucketRegion", Asynchronous,
        $"A Multi-Region Access Point can have only one bucket in a Region, but more than one is in {region}.");

    /// <summary>A bucket is in a Region without access points: reported by the operation.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault UnsupportedRegion(RegionId region) => new(
        "MultiRegionAccessPointUnsupportedRegion", Asynchronous, $"Multi-Region Access Points do not support buckets in {region}.");

    /// <summary>A bucket does not exist, or not in the account that was named: reported by the operation.</summary>
    /// <returns>The fault.</returns>
    public static ServiceFault NoSuchBucket(BucketName bucket) =>
        new("NoSuchBucket", Asynchronous, $"The specified bucket does not exist: {bucket}.");
}
