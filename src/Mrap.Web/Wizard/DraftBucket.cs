using Mrap.Core.Regions;

namespace Mrap.Web.Wizard;

/// <summary>A bucket of a draft, as typed or picked.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Name">The name as typed; it may break rules while it is being typed.</param>
/// <param name="Region">Its Region; null while it is not chosen.</param>
/// <param name="Account">The account number as typed; empty for the own account.</param>
/// <param name="IsVersioned">Whether it keeps versions, or shall; null while that is not known.</param>
public sealed record DraftBucket(BucketOrigin Origin, string Name, RegionId? Region, string Account, bool? IsVersioned)
{
    public static DraftBucket Existing(string name, RegionId region, bool? isVersioned) =>
        new(BucketOrigin.Existing, name, region, string.Empty, isVersioned);

    public static DraftBucket New(string name, RegionId region) => new(BucketOrigin.New, name, region, string.Empty, IsVersioned: true);

    public static DraftBucket OfOtherAccount(string name, RegionId? region, string account) =>
        new(BucketOrigin.OtherAccount, name, region, account, IsVersioned: null);
}
