using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage;

/// <content>Buckets and their configurations.</content>
internal sealed partial class RegionStore
{
    /// <summary>Creates a bucket.</summary>
    /// <returns>False when this Region has a bucket of that name already.</returns>
    public async Task<bool> CreateBucketAsync(BucketRecord bucket, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _bucketWrites.Create(bucket), Show, cancellation) is not null;

    /// <summary>Finds a bucket; served from memory.</summary>
    public BucketRecord? FindBucket(BucketName bucket) => _buckets.Find(bucket)?.Record;

    /// <summary>All buckets of the Region, ordered by name.</summary>
    public ImmutableArray<BucketRecord> ListBuckets() => _buckets.List();

    /// <summary>How many versions and delete markers a bucket has, and their bytes. Reads all of them.</summary>
    public (long Count, long Bytes) Measure(BucketName bucket) => _buckets.Find(bucket) is { } row
        ? _pool.Read(row, static (session, wanted) => session.Measure(wanted.Id))
        : default;

    /// <summary>Deletes an empty bucket with its configuration.</summary>
    public Task<DeleteBucketOutcome> DeleteBucketAsync(BucketName bucket, CancellationToken cancellation) => _writer.WriteAsync(
        _ => _bucketWrites.Delete(bucket),
        outcome =>
        {
            if (outcome == DeleteBucketOutcome.Deleted)
            {
                _buckets.Remove(bucket);
            }
        },
        cancellation);

    /// <summary>Changes the versioning state of a bucket.</summary>
    /// <returns>False when the bucket is not there.</returns>
    public async Task<bool> SetVersioningAsync(BucketName bucket, VersioningState state, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _bucketWrites.SetVersioning(bucket, state), Show, cancellation) is not null;

    /// <summary>
    /// A stored sub-resource of the bucket (policy, publicAccessBlock, tagging ...) as the text that was put; null when unset.
    /// </summary>
    public string? FindConfiguration(BucketName bucket, string kind) => _buckets.FindConfiguration(bucket, kind);

    /// <summary>Stores a sub-resource of the bucket; null removes it.</summary>
    public Task SetConfigurationAsync(
        BucketName bucket, string kind, string? document, CancellationToken cancellation) => _writer.WriteAsync(
        _ => _bucketWrites.SetConfiguration(bucket, kind, document),
        isThere =>
        {
            if (isThere)
            {
                _buckets.SetConfiguration(bucket, kind, document);
            }
        },
        cancellation);
}
