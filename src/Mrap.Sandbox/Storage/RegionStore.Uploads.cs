using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage;

/// <content>Multipart uploads.</content>
internal sealed partial class RegionStore
{
    /// <summary>Starts a multipart upload.</summary>
    /// <returns>The upload; its ID is unguessable and belongs to this Region. Null when the bucket is not there.</returns>
    public Task<MultipartUpload?> CreateUploadAsync(
        BucketName bucket, string key, ObjectAttributes attributes, ChecksumAlgorithm? checksum, ChecksumType? checksumType,
        CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.Create(bucket, key, attributes, checksum, checksumType), publish: null, cancellation);

    /// <summary>Finds an upload that is neither completed nor aborted.</summary>
    public MultipartUpload? FindUpload(BucketName bucket, string key, string uploadId) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Key: key, Id: uploadId), static (session, wanted) => session.FindUpload(wanted.Row, wanted.Key, wanted.Id))
        : null;

    /// <summary>Stores a part, replacing one of the same number.</summary>
    /// <returns>The part, or null when the upload is gone.</returns>
    public Task<UploadedPart?> PutPartAsync(string uploadId, int partNumber, StagedBody body, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.PutPart(uploadId, partNumber, (StoredBody)body), publish: null, cancellation);

    /// <summary>The parts of an upload in the order of their numbers.</summary>
    public ImmutableArray<UploadedPart> ListParts(string uploadId, int afterPartNumber, int limit) =>
        _pool.Read(
            (Id: uploadId, After: afterPartNumber, Limit: limit), static (session, wanted) =>
                session.ListParts(wanted.Id, wanted.After, wanted.Limit));

    /// <summary>Makes the named parts, in this order, the newest version of the key, without copying their bytes.</summary>
    public Task<PutOutcome> CompleteUploadAsync(
        MultipartUpload upload, ImmutableArray<UploadedPart> parts, string eTag, ImmutableArray<ObjectChecksum> checksums,
        WriteCondition condition, CancellationToken cancellation)
    {
        var body = NextBody();
        return _writer.WriteAsync(
            _ => _uploadWrites.Complete(upload, body, parts, eTag, checksums, condition), publish: null, cancellation);
    }

    /// <summary>Drops an upload and its parts.</summary>
    /// <returns>False when it is gone.</returns>
    public Task<bool> AbortUploadAsync(string uploadId, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.Abort(uploadId), publish: null, cancellation);

    /// <summary>Lists uploads under way by key in UTF-8 byte order, then by ID.</summary>
    public UploadPage ListUploads(BucketName bucket, UploadQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => UploadListing.Uploads(session, wanted.Row, wanted.Query))
        : new UploadPage([], [], IsTruncated: false);
}
