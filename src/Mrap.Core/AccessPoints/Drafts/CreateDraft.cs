using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>An access point that is being put together.</summary>
/// <param name="Name">The name as typed.</param>
/// <param name="Buckets">The buckets in the order in which they were added.</param>
/// <param name="BlockPublicAccess">The four switches.</param>
/// <param name="IsExposureAcknowledged">Whether the person has said that a switch is off on purpose.</param>
public sealed record CreateDraft(
    string Name, ImmutableArray<DraftBucket> Buckets, BlockPublicAccess BlockPublicAccess, bool IsExposureAcknowledged)
{
    /// <summary>A draft without a name and without buckets; Block Public Access is all on.</summary>
    public static CreateDraft Empty { get; } = new(string.Empty, [], BlockPublicAccess.AllOn, IsExposureAcknowledged: false);

    /// <summary>Whether leaving would lose anything.</summary>
    public bool HasContent => Name.Length > 0 || !Buckets.IsEmpty || !BlockPublicAccess.IsAllOn;

    /// <summary>Whether no further bucket fits: an access point has at most 17.</summary>
    public bool IsFull => Buckets.Length >= AccessPointRules.MaxRegions;

    /// <summary>The Regions that are known, by code.</summary>
    public ImmutableArray<RegionId> Regions => [.. Buckets.Select(bucket => bucket.Region).OfType<RegionId>().Distinct().Order()];

    /// <summary>The bucket that takes a Region, or null.</summary>
    public DraftBucket? HolderOf(RegionId region) => Buckets.FirstOrDefault(bucket => bucket.Region == region);

    /// <summary>Whether a bucket of that name is chosen.</summary>
    public bool Has(string existingName) => Buckets.Any(bucket => bucket.Origin == BucketOrigin.Existing && bucket.Name == existingName);

    /// <summary>The draft with one more bucket.</summary>
    public CreateDraft Add(DraftBucket bucket) => this with { Buckets = Buckets.Add(bucket) };

    /// <summary>The draft without the bucket at a position, zero-based.</summary>
    public CreateDraft RemoveAt(int index) => this with { Buckets = Buckets.RemoveAt(index) };

    /// <summary>The draft without the buckets of a name.</summary>
    public CreateDraft Remove(string existingName) =>
        this with { Buckets = [.. Buckets.Where(bucket => bucket.Origin != BucketOrigin.Existing || bucket.Name != existingName)] };

    /// <summary>The draft with another bucket at a position, zero-based.</summary>
    public CreateDraft ReplaceAt(int index, DraftBucket bucket) => this with { Buckets = Buckets.SetItem(index, bucket) };

    /// <summary>Sets the switches. Any change of them asks for the acknowledgement anew.</summary>
    public CreateDraft With(BlockPublicAccess block) => this with { BlockPublicAccess = block, IsExposureAcknowledged = false };
}
