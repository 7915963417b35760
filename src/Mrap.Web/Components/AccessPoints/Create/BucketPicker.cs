using System.Collections.Immutable;
using Mrap.Aws.Buckets;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.AccessPoints.Create;

/// <summary>The rows of the bucket picker for a draft.</summary>
public static class BucketPicker
{
    /// <summary>The buckets whose name or Region holds the filter, chosen ones first, then by name.</summary>
    public static ImmutableArray<PickableBucket> Of(CreateDraft draft, IEnumerable<BucketSummary> buckets, string filter) =>
        [
            .. buckets.Where(bucket => Matches(bucket, filter.Trim()))
            .Select(bucket => Choice(draft, bucket))
            .OrderBy(choice => choice.IsChosen ? 0 : 1)
            .ThenBy(choice => choice.Bucket)];

    private static bool Matches(BucketSummary bucket, string filter) =>
        filter.Length == 0
        || bucket.Name.Value.Contains(filter, StringComparison.OrdinalIgnoreCase)
        || (bucket.Region is { } region
            && (
                region.Value.Contains(filter, StringComparison.OrdinalIgnoreCase)
                    || RegionCatalog.ShortNameOf(region).Contains(filter, StringComparison.CurrentCultureIgnoreCase)));

    private static PickableBucket Choice(CreateDraft draft, BucketSummary bucket)
    {
        var isChosen = draft.Has(bucket.Name.Value);
        return new PickableBucket(bucket.Name, bucket.Region, isChosen, isChosen ? null : WhyNot(draft, bucket));
    }

    private static string? WhyNot(CreateDraft draft, BucketSummary bucket) => bucket.Region switch
    {
        null => "its Region is not known",
        { } region when RegionCatalog.Find(region) is not { SupportsAccessPoints: true } => "this Region has no Multi-Region Access Points",
        { } region when draft.HolderOf(region) is { } holder => $"this Region has `{holder.Name}` already",
        _ when draft.IsFull => $"{AccessPointRules.MaxRegions} buckets is the most",
        _ => null,
    };
}
