using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Listings;
using Mrap.Sandbox.Storage.Reading;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;
using Mrap.Sandbox.Storage.Writing;

namespace Mrap.Sandbox.Storage;

/// <summary>The objects of one Region in one folder: <c>metadata.db</c>, <c>objects</c> and <c>staging</c>.</summary>
internal sealed class RegionStore : IRegionStore
{
    private const string MetadataFile = "metadata.db";

    private readonly BucketTable _buckets = new();
    private readonly ObjectCache _cache = new(StorageOptions.CacheBytes);
    private readonly ReadPool _pool;
    private readonly BodyReader _reader;
    private readonly BodyStager _stager;
    private readonly UploadWrites _uploadWrites;
    private readonly BucketWrites _bucketWrites;
    private readonly RegionWriter _writer;
    private readonly SweepSchedule _sweeps;
    private long _lastBody;

    private RegionStore(
        RegionId region, Database database, string folder, BodyFiles files, Durability durability, TimeProvider clock, ILogger logger)
    {
        Region = region;
        _lastBody = database.Scalar("SELECT max(id) FROM bodies");
        _pool = new ReadPool(Path.Combine(folder, MetadataFile));
        _reader = new BodyReader(files, _pool);
        _stager = new BodyStager(files, durability, NextBody);
        var session = new WriteSession(database, new StorageIds(clock), clock);
        _uploadWrites = new UploadWrites(session);
        _bucketWrites = new BucketWrites(session, _uploadWrites);
        var sweep = new BodySweep(session, files, _reader);
        _pool.Read(_buckets, static (read, buckets) =>
        {
            buckets.Load(read);
            return true;
        });
        _writer = new RegionWriter(database, session, _cache, files, durability, logger);
        _sweeps = new SweepSchedule(region, sweep, _writer, clock, logger);
    }

    /// <inheritdoc/>
    public RegionId Region { get; }

    /// <summary>
    /// Opens the store of a Region, making it when it is not there, and clears up what an earlier process left unfinished.
    /// </summary>
    /// <param name="options">The options of the sandbox's storage.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logging">Where to log.</param>
    /// <returns>The store.</returns>
    /// <exception cref="DataDirectoryException">The folder cannot be written or a later release wrote it.</exception>
    public static RegionStore Open(RegionId region, string folder, StorageOptions options, TimeProvider clock, ILoggerFactory logging)
    {
        var files = new BodyFiles(folder);
        var logger = logging.CreateLogger<RegionStore>();
        try
        {
            files.Create();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataDirectoryException.NotWritable(folder, fault);
        }

        var database = Database.Open(Path.Combine(folder, MetadataFile), canWrite: true);
        try
        {
            if (!Schema.Prepare(database, options.Durability))
            {
                throw DataDirectoryException.TooNew(folder);
            }

            using (var known = database.Prepare("SELECT 1 FROM bodies WHERE id = ?1"))
            {
                var removed = files.Recover(body =>
                {
                    var isKnown = known.Bind(1, body).Step();
                    known.Reset();
                    return isKnown;
                });
                if (removed > 0)
                {
                    StorageLog.Recovered(logger, region.Value, removed);
                }
            }

            return new RegionStore(region, database, folder, files, options.Durability, clock, logger);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CreateBucketAsync(BucketRecord bucket, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _bucketWrites.Create(bucket), Show, cancellation) is not null;

    /// <inheritdoc/>
    public BucketRecord? FindBucket(BucketName bucket) => _buckets.Find(bucket)?.Record;

    /// <inheritdoc/>
    public ImmutableArray<BucketRecord> ListBuckets() => _buckets.List();

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public async Task<bool> SetVersioningAsync(BucketName bucket, VersioningState state, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _bucketWrites.SetVersioning(bucket, state), Show, cancellation) is not null;

    /// <inheritdoc/>
    public string? FindConfiguration(BucketName bucket, string kind) => _buckets.FindConfiguration(bucket, kind);

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public async Task<StagedBody> StageAsync(
        Stream body, IReadOnlyCollection<ChecksumAlgorithm> checksums, long? expectedLength, CancellationToken cancellation) =>
        await _stager.StageAsync(body, checksums, expectedLength, cancellation);

    /// <inheritdoc/>
    public Task<PutOutcome> PutObjectAsync(
        BucketName bucket, string key, StagedBody body, ObjectAttributes attributes, WriteCondition condition,
        CancellationToken cancellation) =>
        _writer.WriteAsync(
            session => ObjectWrites.Put(session, bucket, key, (StoredBody)body, attributes, condition), publish: null, cancellation);

    /// <inheritdoc/>
    public ObjectVersion? FindObject(BucketName bucket, string key, string? versionId)
    {
        if (versionId is null && _cache.Find(bucket, key) is { } known)
        {
            return known;
        }

        if (_buckets.Find(bucket) is not { } row)
        {
            return null;
        }

        var stamp = _cache.Stamp(bucket, key);
        var version = _pool.Read(
            (Row: row, Key: key, VersionId: versionId), static (session, wanted) =>
                session.Find(wanted.Row.Id, wanted.Row.Record.Name, wanted.Key, wanted.VersionId));
        if (versionId is null && version is not null)
        {
            _cache.Add(version, stamp);
        }

        return version;
    }

    /// <inheritdoc/>
    public Task CopyToAsync(ObjectVersion version, long offset, long length, Stream destination, CancellationToken cancellation) =>
        _reader.CopyAsync(BodyOf(version, offset, length), offset, length, destination, cancellation);

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset, long length)
    {
        var body = BodyOf(version, offset, length);
        return body.IsInline
            ? new MemoryStream(_reader.Bytes(body), (int)offset, (int)length, writable: false)
            : new BodyStream(_reader, body, offset, length);
    }

    /// <inheritdoc/>
    public Task<DeleteOutcome> DeleteObjectAsync(
        BucketName bucket, string key, string? versionId, WriteCondition condition, CancellationToken cancellation) =>
        _writer.WriteAsync(session => ObjectWrites.Delete(session, bucket, key, versionId, condition), publish: null, cancellation);

    /// <inheritdoc/>
    public Task<bool> SetTagsAsync(
        BucketName bucket, string key, string? versionId, ImmutableSortedDictionary<string, string> tags, CancellationToken cancellation) =>
        _writer.WriteAsync(session => ObjectWrites.SetTags(session, bucket, key, versionId, tags), publish: null, cancellation);

    /// <inheritdoc/>
    public ObjectPage ListObjects(BucketName bucket, ListQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => Listing.Objects(session, wanted.Row, wanted.Query))
        : new ObjectPage([], [], IsTruncated: false, null, null);

    /// <inheritdoc/>
    public ObjectPage ListVersions(BucketName bucket, ListQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => Listing.Versions(session, wanted.Row, wanted.Query))
        : new ObjectPage([], [], IsTruncated: false, null, null);

    /// <inheritdoc/>
    public Task<MultipartUpload?> CreateUploadAsync(
        BucketName bucket, string key, ObjectAttributes attributes, ChecksumAlgorithm? checksum, ChecksumType? checksumType,
        CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.Create(bucket, key, attributes, checksum, checksumType), publish: null, cancellation);

    /// <inheritdoc/>
    public MultipartUpload? FindUpload(BucketName bucket, string key, string uploadId) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Key: key, Id: uploadId), static (session, wanted) => session.FindUpload(wanted.Row, wanted.Key, wanted.Id))
        : null;

    /// <inheritdoc/>
    public Task<UploadPart?> PutPartAsync(string uploadId, int partNumber, StagedBody body, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.PutPart(uploadId, partNumber, (StoredBody)body), publish: null, cancellation);

    /// <inheritdoc/>
    public ImmutableArray<UploadPart> ListParts(string uploadId, int afterPartNumber, int limit) =>
        _pool.Read(
            (Id: uploadId, After: afterPartNumber, Limit: limit), static (session, wanted) =>
                session.ListParts(wanted.Id, wanted.After, wanted.Limit));

    /// <inheritdoc/>
    public Task<PutOutcome> CompleteUploadAsync(
        MultipartUpload upload, ImmutableArray<UploadPart> parts, string eTag, ImmutableArray<ObjectChecksum> checksums,
        WriteCondition condition, CancellationToken cancellation)
    {
        var body = NextBody();
        return _writer.WriteAsync(
            _ => _uploadWrites.Complete(upload, body, parts, eTag, checksums, condition), publish: null, cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> AbortUploadAsync(string uploadId, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _uploadWrites.Abort(uploadId), publish: null, cancellation);

    /// <inheritdoc/>
    public UploadPage ListUploads(BucketName bucket, UploadQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => UploadListing.Uploads(session, wanted.Row, wanted.Query))
        : new UploadPage([], [], IsTruncated: false);

    /// <summary>Removes every bucket and object.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        await _writer.WriteAsync(
            _ =>
            {
                _bucketWrites.DeleteAll();
                return true;
            },
            _ =>
            {
                _buckets.Clear();
                _cache.Clear();
            },
            cancellation);

        // removing a composite body leaves its pieces to the sweep after it
        await SweepAsync(TimeSpan.Zero, cancellation);
        await SweepAsync(TimeSpan.Zero, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweeps.DisposeAsync();
        _pool.Dispose();
        await _writer.DisposeAsync();
    }

    /// <summary>Removes the bodies whose versions were removed longer ago than a grace.</summary>
    internal Task SweepAsync(TimeSpan grace, CancellationToken cancellation) => _sweeps.SweepAsync(grace, cancellation);

    private static ObjectBody BodyOf(ObjectVersion version, long offset, long length)
    {
        var body = version.Body ?? throw new ArgumentException("A delete marker has no bytes.", nameof(version));
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, body.Size - offset);
        return body;
    }

    private void Show(BucketRow? row)
    {
        if (row is not null)
        {
            _buckets.Set(row);
        }
    }

    private long NextBody() => Interlocked.Increment(ref _lastBody);
}
