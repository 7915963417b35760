using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage;

/// <summary>The stores of all Regions, and the one namespace of bucket names over them.</summary>
internal interface IRegionStores : IAsyncDisposable
{
    /// <summary>The store of a Region; opened when it is first used.</summary>
    /// <param name="region">A commercial Region of the catalog.</param>
    IRegionStore Get(RegionId region);

    /// <summary>Finds a bucket in whichever Region it is; served from memory.</summary>
    BucketLocation? FindBucket(BucketName bucket);

    /// <summary>The buckets an account owns in all Regions, ordered by name.</summary>
    ImmutableArray<BucketLocation> ListBuckets(AccountId owner);

    /// <summary>Creates a bucket, deciding races for one name between Regions.</summary>
    Task<CreateBucketOutcome> CreateBucketAsync(RegionId region, BucketRecord bucket, CancellationToken cancellation);

    /// <summary>Deletes an empty bucket and frees its name.</summary>
    Task<DeleteBucketOutcome> DeleteBucketAsync(BucketName bucket, CancellationToken cancellation);

    /// <summary>Removes every bucket and object of every Region.</summary>
    Task ResetAsync(CancellationToken cancellation);
}
