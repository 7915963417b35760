using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Reading;

/// <summary>A read-only connection of a Region with its statements; lent to one reader at a time.</summary>
internal sealed partial class ReadSession : IDisposable
{
    private const string VersionColumns =
        "id, key, version, latest, marker, size, etag, modified, body, composite, checksums, attributes, rank, changed, replication";

    private readonly Database _database;
    private readonly List<Statement> _statements = [];
    private readonly Statement _latest;
    private readonly Statement _version;
    private readonly Statement _bytes;
    private readonly Statement _pieces;

    /// <summary>Opens a connection.</summary>
    /// <param name="path">The Region's metadata.</param>
    public ReadSession(string path)
    {
        _database = Database.Open(path, canWrite: false);
        _latest = Prepare(
            $"SELECT {VersionColumns} FROM versions INDEXED BY versions_by_age WHERE bucket = ?1 AND key = ?2 ORDER BY rank DESC, version "
                + "DESC LIMIT 1");
        _version =
            Prepare($"SELECT {VersionColumns} FROM versions INDEXED BY versions_by_name WHERE bucket = ?1 AND key = ?2 AND version = ?3");
        _bytes = Prepare("SELECT bytes FROM bodies WHERE id = ?1");
        _pieces = Prepare("SELECT number, piece, size, checksums FROM pieces WHERE body = ?1 ORDER BY position");
        Objects = Prepare(
            $"SELECT {VersionColumns} FROM versions INDEXED BY objects_by_key WHERE latest = 1 AND marker = 0 AND bucket = ?1 AND key >= "
                + "?2 AND key < ?3 ORDER BY key");
        Versions = Prepare(
            $"SELECT {VersionColumns} FROM versions INDEXED BY versions_by_age WHERE bucket = ?1 AND key >= ?2 AND key < ?3 ORDER BY key, "
                + "rank DESC, version DESC");
        VersionsOfKey = Prepare(
            $"SELECT {VersionColumns} FROM versions INDEXED BY versions_by_age WHERE bucket = ?1 AND key = ?2 AND (rank, version) < "
                + "(?3, ?4) ORDER BY rank DESC, version DESC");
        var qualified = string.Join(", ", VersionColumns.Split(", ").Select(column => "v." + column));
        const string TaskColumns = "r.id, r.destination, r.rule, r.change, r.since, r.timed, r.missed, k.name";
        const string Joined = "JOIN versions v ON v.id = r.version JOIN buckets k ON k.id = r.bucket";
        Queue = Prepare(
            $"SELECT {qualified}, {TaskColumns}, b.bytes FROM replications r INDEXED BY replications_waiting {Joined} LEFT JOIN bodies b "
                + "ON b.id = v.body WHERE r.destination = ?1 AND r.failure IS NULL ORDER BY r.id LIMIT ?2");
        LateTasks = Prepare(
            $"SELECT {qualified}, {TaskColumns} FROM replications r INDEXED BY replications_timed {Joined} WHERE r.timed = 1 AND "
                + "r.missed = 0 AND r.failure IS NULL AND r.since <= ?1 ORDER BY r.since LIMIT ?2");
        OldestTimed = Prepare(
            "SELECT since FROM replications INDEXED BY replications_timed WHERE timed = 1 AND missed = 0 AND failure IS NULL ORDER BY "
                + "since LIMIT 1");
        Upload = Prepare(
            "SELECT id, key, initiated, checksum, checksum_type, attributes FROM uploads WHERE id = ?1 AND bucket = ?2 AND key = ?3");
        Uploads = Prepare(
            "SELECT id, key, initiated, checksum, checksum_type, attributes FROM uploads INDEXED BY uploads_by_key WHERE bucket = ?1 AND "
                + "(key, id) > (?2, ?3) AND key < ?4 ORDER BY key, id");
        Parts =
            Prepare("SELECT number, size, etag, modified, checksums FROM parts WHERE upload = ?1 AND number > ?2 ORDER BY number LIMIT ?3");
    }

    /// <summary>Newest versions that are no delete markers: bucket, first key, key behind the last.</summary>
    public Statement Objects { get; }

    /// <summary>All versions: bucket, first key, key behind the last.</summary>
    public Statement Versions { get; }

    /// <summary>The versions of a key behind one: bucket, key, rank, version ID.</summary>
    public Statement VersionsOfKey { get; }

    /// <summary>An upload: ID, bucket, key.</summary>
    public Statement Upload { get; }

    /// <summary>Uploads: bucket, key and ID behind which they start, key behind the last.</summary>
    public Statement Uploads { get; }

    /// <summary>Parts: upload, number behind which they start, how many.</summary>
    public Statement Parts { get; }

    /// <summary>Reads the version a statement stands on.</summary>
    public static ObjectVersion ReadVersion(Statement row, BucketName bucket)
    {
        var size = row.Int64(5);
        var body = row.Int64(8);
        return new ObjectVersion
        {
            Id = row.Int64(0),
            Bucket = bucket,
            Key = row.Text(1),
            VersionId = row.Text(2),
            IsLatest = row.Flag(3),
            IsDeleteMarker = row.Flag(4),
            Size = size,
            ETag = row.Text(6),
            LastModified = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(7)),
            Body = body == 0 ? null : new ObjectBody(body, size, row.Flag(9)),
            Checksums = ChecksumText.Read(row.Text(10)),
            Attributes = AttributesText.Read(row.Bytes(11)),
            Rank = row.Int64(12),
            Changed = row.Int64(13),
            Replication = VersionReplication.Of(row.Int64(14)),
        };
    }

    /// <summary>Reads the upload a statement stands on.</summary>
    public static MultipartUpload ReadUpload(Statement row, BucketName bucket) => new(
        row.Text(0),
        bucket,
        row.Text(1),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)),
        AttributesText.Read(row.Bytes(5)),
        row.Int64(3) < 0 ? null : (ChecksumAlgorithm)row.Int64(3),
        row.Int64(4) < 0 ? null : (ChecksumType)row.Int64(4));

    /// <summary>Finds a version of a key with its parts.</summary>
    /// <param name="bucketId">The number of the bucket.</param>
    /// <param name="versionId">Null for the newest.</param>
    public ObjectVersion? Find(long bucketId, BucketName bucket, string key, string? versionId)
    {
        var statement = versionId is null ? _latest : _version;
        statement.Bind(1, bucketId).Bind(2, Encoding.UTF8.GetBytes(key));
        if (versionId is not null)
        {
            statement.Bind(3, versionId);
        }

        if (!statement.Step())
        {
            return null;
        }

        var version = ReadVersion(statement, bucket);
        statement.Reset();
        return version.Body is { IsComposite: true } body ? version with { Parts = ObjectBody.PartsOf(LoadPieces(body)) } : version;
    }

    /// <summary>Finds the rank of a version; null when it is not there.</summary>
    public long? FindRank(long bucketId, ReadOnlySpan<byte> key, string versionId)
    {
        long? rank = _version.Bind(1, bucketId).Bind(2, key).Bind(3, versionId).Step() ? _version.Int64(12) : null;
        _version.Reset();
        return rank;
    }

    /// <summary>The bytes of a body kept in the database; remembered in the body.</summary>
    /// <exception cref="FileNotFoundException">The body was removed long ago.</exception>
    public byte[] LoadBytes(ObjectBody body)
    {
        if (body.Bytes is { } known)
        {
            return known;
        }

        if (!_bytes.Bind(1, body.Id).Step())
        {
            throw new FileNotFoundException("The version was removed.");
        }

        var bytes = _bytes.Bytes(0).ToArray();
        _bytes.Reset();
        body.Bytes = bytes;
        return bytes;
    }

    /// <summary>The pieces of a composite body; remembered in the body.</summary>
    public BodyPiece[] LoadPieces(ObjectBody body)
    {
        if (body.Pieces is { } known)
        {
            return known;
        }

        var pieces = new List<BodyPiece>();
        var offset = 0L;
        _pieces.Bind(1, body.Id);
        while (_pieces.Step())
        {
            var size = _pieces.Int64(2);
            var part = new ObjectPart((int)_pieces.Int64(0), size, ChecksumText.Read(_pieces.Text(3)));
            pieces.Add(new BodyPiece(offset, new ObjectBody(_pieces.Int64(1), size, isComposite: false), part));
            offset += size;
        }

        return body.Pieces = [.. pieces];
    }

    /// <summary>Makes the statements ready for the next reader, whatever the last one left.</summary>
    public void Reset()
    {
        foreach (var statement in _statements)
        {
            statement.Reset();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _database.Dispose();
    }

    private Statement Prepare(string sql)
    {
        var statement = _database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }
}
