using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>A bucket of a draft, as typed or picked.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Name">The name as typed; it may break rules while it is being typed.</param>
/// <param name="Region">Its Region; null while it is not chosen.</param>
/// <param name="Account">The account number as typed; empty for the own account.</param>
/// <param name="IsVersioned">Whether it keeps versions, or shall; null while that is not known.</param>
public sealed record DraftBucket(BucketOrigin Origin, string Name, RegionId? Region, string Account, bool? IsVersioned)
{
    /// <summary>A bucket of the own account that exists.</summary>
    public static DraftBucket Existing(string name, RegionId region, bool? isVersioned) =>
        new(BucketOrigin.Existing, name, region, string.Empty, isVersioned);

    /// <summary>A bucket that is made together with the access point, with versioning.</summary>
    public static DraftBucket New(string name, RegionId region) => new(BucketOrigin.New, name, region, string.Empty, IsVersioned: true);

    /// <summary>A bucket of another account; its Region and the account's number as they are typed.</summary>
    public static DraftBucket OfOtherAccount(string name, RegionId? region, string account) =>
        new(BucketOrigin.OtherAccount, name, region, account, IsVersioned: null);
}
