using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage;

/// <summary>The objects of one Region: everything below one folder. Regions share nothing.</summary>
/// <remarks>
/// A method that changes something returns only when the change would survive <c>kill -9</c> (with full durability also a power cut).
/// All methods may be called at the same time from many requests. A bucket or version that is not there is a null or an outcome, never an
/// exception.
/// </remarks>
internal interface IRegionStore : IAsyncDisposable
{
    /// <summary>The Region.</summary>
    RegionId Region { get; }

    /// <summary>Creates a bucket.</summary>
    /// <returns>False when this Region has a bucket of that name already.</returns>
    Task<bool> CreateBucketAsync(BucketRecord bucket, CancellationToken cancellation);

    /// <summary>Finds a bucket; served from memory.</summary>
    BucketRecord? FindBucket(BucketName bucket);

    /// <summary>All buckets of the Region, ordered by name.</summary>
    ImmutableArray<BucketRecord> ListBuckets();

    /// <summary>Deletes an empty bucket with its configuration.</summary>
    Task<DeleteBucketOutcome> DeleteBucketAsync(BucketName bucket, CancellationToken cancellation);

    /// <summary>Changes the versioning state of a bucket.</summary>
    /// <returns>False when the bucket is not there.</returns>
    Task<bool> SetVersioningAsync(BucketName bucket, VersioningState state, CancellationToken cancellation);

    /// <summary>
    /// A stored sub-resource of the bucket (policy, publicAccessBlock, tagging ...) as the text that was put; null when unset.
    /// </summary>
    string? FindConfiguration(BucketName bucket, string kind);

    /// <summary>Stores a sub-resource of the bucket; null removes it.</summary>
    Task SetConfigurationAsync(BucketName bucket, string kind, string? document, CancellationToken cancellation);

    /// <summary>
    /// Reads a body to its end into the staging area: inline when small, else a file. Nothing is visible until the staged body is put.
    /// </summary>
    /// <param name="body">The decoded body.</param>
    /// <param name="checksums">The algorithms to compute on the way besides MD5, which always is.</param>
    /// <param name="expectedLength">The announced length in bytes when it is known; a hint for the choice of inline or file.</param>
    /// <param name="cancellation">Stops reading and removes what was staged.</param>
    Task<StagedBody> StageAsync(
        Stream body, IReadOnlyCollection<ChecksumAlgorithm> checksums, long? expectedLength, CancellationToken cancellation);

    /// <summary>Makes a staged body the newest version of a key, atomically with its preconditions.</summary>
    Task<PutOutcome> PutObjectAsync(
        BucketName bucket, string key, StagedBody body, ObjectAttributes attributes, WriteCondition condition,
        CancellationToken cancellation);

    /// <summary>Finds a version of a key.</summary>
    /// <param name="versionId">Null for the newest; <c>null</c> as text for the null version.</param>
    ObjectVersion? FindObject(BucketName bucket, string key, string? versionId);

    /// <summary>Copies bytes of a version to a stream.</summary>
    /// <param name="version">A version that is not a delete marker.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="cancellation">Stops copying.</param>
    Task CopyToAsync(ObjectVersion version, long offset, long length, Stream destination, CancellationToken cancellation);

    /// <summary>Opens bytes of a version for reading; a version deleted meanwhile stays readable until the stream is disposed.</summary>
    Stream OpenRead(ObjectVersion version, long offset, long length);

    /// <summary>
    /// Deletes as S3 does: without a version ID it adds a delete marker where versioning is or was on, with one it removes that version for
    /// good.
    /// </summary>
    Task<DeleteOutcome> DeleteObjectAsync(
        BucketName bucket, string key, string? versionId, WriteCondition condition, CancellationToken cancellation);

    /// <summary>Replaces the tags of a version.</summary>
    /// <returns>False when there is no such version, or it is a delete marker.</returns>
    Task<bool> SetTagsAsync(
        BucketName bucket, string key, string? versionId, ImmutableSortedDictionary<string, string> tags, CancellationToken cancellation);

    /// <summary>Lists the newest versions that are not delete markers, in UTF-8 byte order.</summary>
    ObjectPage ListObjects(BucketName bucket, ListQuery query);

    /// <summary>Lists all versions and delete markers: keys in UTF-8 byte order, within a key newest first.</summary>
    ObjectPage ListVersions(BucketName bucket, ListQuery query);

    /// <summary>Starts a multipart upload.</summary>
    /// <returns>The upload; its ID is unguessable and belongs to this Region. Null when the bucket is not there.</returns>
    Task<MultipartUpload?> CreateUploadAsync(
        BucketName bucket, string key, ObjectAttributes attributes, ChecksumAlgorithm? checksum, ChecksumType? checksumType,
        CancellationToken cancellation);

    /// <summary>Finds an upload that is neither completed nor aborted.</summary>
    MultipartUpload? FindUpload(BucketName bucket, string key, string uploadId);

    /// <summary>Stores a part, replacing one of the same number.</summary>
    /// <returns>The part, or null when the upload is gone.</returns>
    Task<UploadPart?> PutPartAsync(string uploadId, int partNumber, StagedBody body, CancellationToken cancellation);

    /// <summary>The parts of an upload in the order of their numbers.</summary>
    ImmutableArray<UploadPart> ListParts(string uploadId, int afterPartNumber, int limit);

    /// <summary>Makes the named parts, in this order, the newest version of the key, without copying their bytes.</summary>
    Task<PutOutcome> CompleteUploadAsync(
        MultipartUpload upload, ImmutableArray<UploadPart> parts, string eTag, ImmutableArray<ObjectChecksum> checksums,
        WriteCondition condition, CancellationToken cancellation);

    /// <summary>Drops an upload and its parts.</summary>
    /// <returns>False when it is gone.</returns>
    Task<bool> AbortUploadAsync(string uploadId, CancellationToken cancellation);

    /// <summary>Lists uploads under way by key in UTF-8 byte order, then by ID.</summary>
    UploadPage ListUploads(BucketName bucket, UploadQuery query);
}
