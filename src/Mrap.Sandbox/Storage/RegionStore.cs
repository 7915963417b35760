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
internal sealed partial class RegionStore : IAsyncDisposable
{
    private const string MetadataFile = "metadata.db";

    private readonly BucketTable _buckets = new();
    private readonly ObjectCache _cache = new(StorageOptions.CacheBytes);
    private readonly ReadPool _pool;
    private readonly BodyReader _reader;
    private readonly BodyStager _stager;
    private readonly UploadWrites _uploadWrites;
    private readonly BucketWrites _bucketWrites;
    private readonly ReplicaWrites _replicaWrites;
    private readonly ReplicationEnds _replicationEnds;
    private readonly RegionWriter _writer;
    private readonly SweepSchedule _sweeps;
    private long _lastBody;

    private RegionStore(
        RegionId region, Database database, string folder, BodyFiles files, Durability durability, TimeProvider clock, ILogger logger,
        ReplicationHooks replication)
    {
        Region = region;
        _lastBody = database.Scalar("SELECT max(id) FROM bodies");
        _pool = new ReadPool(Path.Combine(folder, MetadataFile));
        _reader = new BodyReader(files, _pool);
        _stager = new BodyStager(files, durability, NextBody);
        var session = new WriteSession(database, new StorageIds(clock), clock, replication.Rules);
        _uploadWrites = new UploadWrites(session);
        _bucketWrites = new BucketWrites(session, _uploadWrites);
        _replicaWrites = new ReplicaWrites(session, _uploadWrites, NextBody);
        _replicationEnds = new ReplicationEnds(session);
        var sweep = new BodySweep(session, files, _reader);
        _pool.Read(_buckets, static (read, buckets) =>
        {
            buckets.Load(read);
            return true;
        });
        _writer = new RegionWriter(region, database, session, _cache, files, durability, logger, replication.OnQueued);
        _sweeps = new SweepSchedule(region, sweep, _writer, clock, logger);
    }

    /// <summary>The Region.</summary>
    public RegionId Region { get; }

    /// <summary>
    /// Opens the store of a Region, making it when it is not there, and clears up what an earlier process left unfinished.
    /// </summary>
    /// <param name="options">The options of the sandbox's storage.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logging">Where to log.</param>
    /// <param name="replication">What the store asks and tells of replication.</param>
    /// <returns>The store.</returns>
    /// <exception cref="DataDirectoryException">The folder cannot be written.</exception>
    /// <exception cref="SandboxStartException">Its database was made by a later release or by something else, or is damaged.</exception>
    public static RegionStore Open(
        RegionId region, string folder, StorageOptions options, TimeProvider clock, ILoggerFactory logging, ReplicationHooks replication)
    {
        var files = new BodyFiles(folder);
        var logger = logging.CreateLogger<RegionStore>();
        var path = Path.Combine(folder, MetadataFile);
        try
        {
            files.Create();
            OwnerOnly.MakeFile(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataDirectoryException.NotWritable(folder, fault);
        }

        var database = Schema.Open(path, options.Durability);
        try
        {
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

            return new RegionStore(region, database, folder, files, options.Durability, clock, logger, replication);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads a body to its end into the staging area: inline when small, else a file. Nothing is visible until the staged body is put.
    /// </summary>
    /// <param name="body">The decoded body.</param>
    /// <param name="checksums">The algorithms to compute on the way besides MD5, which always is.</param>
    /// <param name="expectedLength">The announced length in bytes when it is known; a hint for the choice of inline or file.</param>
    /// <param name="cancellation">Stops reading and removes what was staged.</param>
    public async Task<StagedBody> StageAsync(
        Stream body, IReadOnlyCollection<ChecksumAlgorithm> checksums, long? expectedLength, CancellationToken cancellation) =>
        await _stager.StageAsync(body, checksums, expectedLength, cancellation);

    /// <summary>Makes a staged body the newest version of a key, atomically with its preconditions.</summary>
    public Task<PutOutcome> PutObjectAsync(
        BucketName bucket, string key, StagedBody body, ObjectAttributes attributes, WriteCondition condition,
        CancellationToken cancellation) =>
        _writer.WriteAsync(
            session => ObjectWrites.Put(session, bucket, key, (StoredBody)body, attributes, condition), publish: null, cancellation);

    /// <summary>Finds a version of a key.</summary>
    /// <param name="versionId">Null for the newest; <c>null</c> as text for the null version.</param>
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

    /// <summary>Copies bytes of a version to a stream.</summary>
    /// <param name="version">A version that is not a delete marker.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="cancellation">Stops copying.</param>
    public Task CopyToAsync(ObjectVersion version, long offset, long length, Stream destination, CancellationToken cancellation) =>
        _reader.CopyAsync(BodyOf(version, offset, length), offset, length, destination, cancellation);

    /// <summary>Opens bytes of a version for reading; a version deleted meanwhile stays readable until the stream is disposed.</summary>
    public Stream OpenRead(ObjectVersion version, long offset, long length)
    {
        var body = BodyOf(version, offset, length);
        return body.IsInline
            ? new MemoryStream(_reader.Bytes(body), (int)offset, (int)length, writable: false)
            : new BodyStream(_reader, body, offset, length);
    }

    /// <summary>
    /// Deletes as S3 does: without a version ID it adds a delete marker where versioning is or was on, with one it removes that version for
    /// good.
    /// </summary>
    public Task<DeleteOutcome> DeleteObjectAsync(
        BucketName bucket, string key, string? versionId, WriteCondition condition, CancellationToken cancellation) =>
        _writer.WriteAsync(session => ObjectWrites.Delete(session, bucket, key, versionId, condition), publish: null, cancellation);

    /// <summary>Replaces the tags of a version.</summary>
    /// <returns>False when there is no such version, or it is a delete marker.</returns>
    public Task<bool> SetTagsAsync(
        BucketName bucket, string key, string? versionId, ImmutableSortedDictionary<string, string> tags, CancellationToken cancellation) =>
        _writer.WriteAsync(session => ObjectWrites.SetTags(session, bucket, key, versionId, tags), publish: null, cancellation);

    /// <summary>Lists the newest versions that are not delete markers, in UTF-8 byte order.</summary>
    public ObjectPage ListObjects(BucketName bucket, ListQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => Listing.Objects(session, wanted.Row, wanted.Query))
        : new ObjectPage([], [], IsTruncated: false, null, null);

    /// <summary>Lists all versions and delete markers: keys in UTF-8 byte order, within a key newest first.</summary>
    public ObjectPage ListVersions(BucketName bucket, ListQuery query) => _buckets.Find(bucket) is { } row
        ? _pool.Read((Row: row, Query: query), static (session, wanted) => Listing.Versions(session, wanted.Row, wanted.Query))
        : new ObjectPage([], [], IsTruncated: false, null, null);

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

    /// <summary>Lets go of every file.</summary>
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
