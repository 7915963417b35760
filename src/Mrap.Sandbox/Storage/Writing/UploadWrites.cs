using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The changes to multipart uploads, as they happen inside a transaction.</summary>
internal sealed class UploadWrites
{
    private readonly WriteSession _session;
    private readonly Statement _insert;
    private readonly Statement _find;
    private readonly Statement _delete;
    private readonly Statement _part;
    private readonly Statement _setPart;
    private readonly Statement _trashParts;
    private readonly Statement _deletePart;
    private readonly Statement _deleteParts;
    private readonly Statement _insertPiece;
    private readonly Statement _trashAll;
    private readonly Statement _deleteAllParts;
    private readonly Statement _deleteAll;

    /// <summary>Compiles the statements.</summary>
    public UploadWrites(WriteSession session)
    {
        _session = session;
        _insert = session.Prepare(
            "INSERT INTO uploads(id, bucket, key, initiated, checksum, checksum_type, attributes) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _find = session.Prepare("SELECT 1 FROM uploads WHERE id = ?1");
        _delete = session.Prepare("DELETE FROM uploads WHERE id = ?1");
        _part = session.Prepare("SELECT body, size, etag, checksums FROM parts WHERE upload = ?1 AND number = ?2");
        _setPart = session.Prepare(
            """
            INSERT INTO parts(upload, number, body, size, etag, modified, checksums) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET body = excluded.body, size = excluded.size, etag = excluded.etag, modified = excluded.modified,
                checksums = excluded.checksums
            """);
        _trashParts = session.Prepare("INSERT INTO trash(body, since) SELECT body, ?2 FROM parts WHERE upload = ?1");
        _deletePart = session.Prepare("DELETE FROM parts WHERE upload = ?1 AND number = ?2");
        _deleteParts = session.Prepare("DELETE FROM parts WHERE upload = ?1");
        _insertPiece = session.Prepare("INSERT INTO pieces(body, position, number, piece, size, checksums) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        const string OfBucket = "upload IN (SELECT id FROM uploads WHERE bucket = ?1)";
        _trashAll = session.Prepare($"INSERT INTO trash(body, since) SELECT body, ?2 FROM parts WHERE {OfBucket}");
        _deleteAllParts = session.Prepare($"DELETE FROM parts WHERE {OfBucket}");
        _deleteAll = session.Prepare("DELETE FROM uploads WHERE bucket = ?1");
    }

    /// <summary>Starts an upload.</summary>
    /// <returns>The upload; null when the bucket is not there.</returns>
    public MultipartUpload? Create(
        BucketName bucket, string key, ObjectAttributes attributes, ChecksumAlgorithm? checksum, ChecksumType? checksumType)
    {
        if (_session.FindBucket(bucket) is not { } row)
        {
            return null;
        }

        var now = _session.Now;
        var id = _session.Ids.NextUpload();
        _insert.Bind(1, id)
            .Bind(2, row.Id)
            .Bind(3, Encoding.UTF8.GetBytes(key))
            .Bind(4, now)
            .Bind(5, checksum is { } algorithm ? (int)algorithm : -1)
            .Bind(6, checksumType is { } type ? (int)type : -1)
            .Bind(7, AttributesText.Write(attributes))
            .Run();
        return new MultipartUpload(id, bucket, key, DateTimeOffset.FromUnixTimeMilliseconds(now), attributes, checksum, checksumType);
    }

    /// <summary>Stores a part, replacing one of the same number.</summary>
    /// <returns>The part; null when the upload is gone.</returns>
    public UploadedPart? PutPart(string uploadId, int number, StoredBody body)
    {
        if (!Exists(uploadId))
        {
            return null;
        }

        if (FindPart(uploadId, number) is { } before)
        {
            _session.Discard(before.Body);
        }

        var now = _session.Now;
        var eTag = Convert.ToHexStringLower(body.Md5.Span);
        _setPart.Bind(1, uploadId)
            .Bind(2, number)
            .Bind(3, _session.Take(body).Id)
            .Bind(4, body.Size)
            .Bind(5, eTag)
            .Bind(6, now)
            .Bind(7, ChecksumText.Write(body.Checksums))
            .Run();
        return new UploadedPart(number, body.Size, eTag, DateTimeOffset.FromUnixTimeMilliseconds(now), body.Checksums);
    }

    /// <summary>
    /// Makes parts the newest version of the key; their bodies become pieces of one body, and parts not named are dropped.
    /// </summary>
    /// <param name="body">The number of the body to make.</param>
    /// <param name="parts">The parts in their order.</param>
    /// <param name="eTag">The ETag of the object.</param>
    /// <param name="checksums">The checksums of the object.</param>
    /// <param name="condition">The precondition.</param>
    public PutOutcome Complete(
        MultipartUpload upload, long body, ImmutableArray<UploadedPart> parts, string eTag, ImmutableArray<ObjectChecksum> checksums,
        WriteCondition condition)
    {
        if (!Exists(upload.UploadId))
        {
            return new PutOutcome.NoSuchUpload();
        }

        var pieces = new BodyPiece[parts.Length];
        var size = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (FindPart(upload.UploadId, part.Number) is not { } found || found.ETag != part.ETag)
            {
                return new PutOutcome.InvalidPart(part.Number);
            }

            pieces[i] = new BodyPiece(
                size, new ObjectBody(found.Body, found.Size, isComposite: false), new ObjectPart(part.Number, found.Size, found.Checksums));
            size += found.Size;
        }

        return ObjectWrites.Add(_session, upload.Bucket, upload.Key, condition, () => new ObjectVersion
        {
            Id = 0,
            Bucket = upload.Bucket,
            Key = upload.Key,
            VersionId = StorageIds.NullVersion,
            IsLatest = true,
            IsDeleteMarker = false,
            Size = size,
            ETag = eTag,
            LastModified = DateTimeOffset.FromUnixTimeMilliseconds(_session.Now),
            Attributes = upload.Attributes,
            Checksums = checksums,
            Parts = ObjectBody.PartsOf(pieces),
            Body = Compose(upload.UploadId, body, size, pieces),
        });
    }

    /// <summary>Adds a piece to a body that is made of them.</summary>
    /// <param name="body">The body.</param>
    /// <param name="position">Its place, from 0.</param>
    /// <param name="part">The part it was uploaded as.</param>
    /// <param name="piece">The body with its bytes.</param>
    public void InsertPiece(long body, int position, ObjectPart part, long piece) => _insertPiece.Bind(1, body)
        .Bind(2, position)
        .Bind(3, part.Number)
        .Bind(4, piece)
        .Bind(5, part.Size)
        .Bind(6, ChecksumText.Write(part.Checksums))
        .Run();

    /// <summary>Drops an upload and its parts.</summary>
    /// <returns>False when it is gone.</returns>
    public bool Abort(string uploadId)
    {
        if (_delete.Bind(1, uploadId).Run() == 0)
        {
            return false;
        }

        _trashParts.Bind(1, uploadId).Bind(2, _session.Now).Run();
        _deleteParts.Bind(1, uploadId).Run();
        return true;
    }

    /// <summary>Drops all uploads of a bucket and their parts.</summary>
    public void AbortAll(long bucket)
    {
        _trashAll.Bind(1, bucket).Bind(2, _session.Now).Run();
        _deleteAllParts.Bind(1, bucket).Run();
        _deleteAll.Bind(1, bucket).Run();
    }

    private ObjectBody Compose(string uploadId, long body, long size, BodyPiece[] pieces)
    {
        _session.InsertComposite(body);
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            InsertPiece(body, i, piece.Part, piece.Body.Id);
            _deletePart.Bind(1, uploadId).Bind(2, piece.Part.Number).Run();
        }

        // what is left was not named
        Abort(uploadId);
        return new ObjectBody(body, size, isComposite: true) { Pieces = pieces };
    }

    private bool Exists(string uploadId)
    {
        var exists = _find.Bind(1, uploadId).Step();
        _find.Reset();
        return exists;
    }

    private StoredPart? FindPart(string uploadId, int number)
    {
        if (!_part.Bind(1, uploadId).Bind(2, number).Step())
        {
            return null;
        }

        var part = new StoredPart(_part.Int64(0), _part.Int64(1), _part.Text(2), ChecksumText.Read(_part.Text(3)));
        _part.Reset();
        return part;
    }

    private sealed record StoredPart(long Body, long Size, string ETag, ImmutableArray<ObjectChecksum> Checksums);
}
