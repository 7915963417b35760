using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The changes to buckets and their configuration, as they happen inside a transaction.</summary>
internal sealed class BucketWrites
{
    private readonly WriteSession _session;
    private readonly Statement _insert;
    private readonly Statement _delete;
    private readonly Statement _any;
    private readonly Statement _setVersioning;
    private readonly Statement _setConfiguration;
    private readonly Statement _removeConfiguration;
    private readonly Statement _removeConfigurations;
    private readonly Statement _discardAll;
    private readonly ImmutableArray<Statement> _deleteAll;
    private readonly UploadWrites _uploads;

    /// <summary>Compiles the statements.</summary>
    public BucketWrites(WriteSession session, UploadWrites uploads)
    {
        _session = session;
        _uploads = uploads;
        _insert = session.Prepare(
            "INSERT INTO buckets(name, owner, created, versioning) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING RETURNING id");
        _delete = session.Prepare("DELETE FROM buckets WHERE id = ?1");
        _any = session.Prepare("SELECT 1 FROM versions WHERE bucket = ?1 LIMIT 1");
        _setVersioning = session.Prepare("UPDATE buckets SET versioning = ?2 WHERE id = ?1");
        _setConfiguration = session.Prepare(
            "INSERT INTO configurations(bucket, kind, document) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET document = excluded.document");
        _removeConfiguration = session.Prepare("DELETE FROM configurations WHERE bucket = ?1 AND kind = ?2");
        _discardAll = session.Prepare(
            "INSERT INTO trash(body, since) SELECT body, ?1 FROM versions WHERE body <> 0 UNION ALL SELECT body, ?1 FROM parts");
        ImmutableArray<string> tables = ["versions", "parts", "uploads", "configurations", "buckets", "replications",
            "replication_events"];
        _deleteAll = [.. tables.Select(table => session.Prepare($"DELETE FROM {table}"))];
        _removeConfigurations = session.Prepare("DELETE FROM configurations WHERE bucket = ?1");
    }

    /// <summary>Adds a bucket.</summary>
    /// <returns>Its row; null when the name is taken.</returns>
    public BucketRow? Create(BucketRecord bucket)
    {
        _insert.Bind(1, bucket.Name.Value)
            .Bind(2, bucket.Owner.Value)
            .Bind(3, bucket.CreatedAt.ToUnixTimeMilliseconds())
            .Bind(4, (int)bucket.Versioning);
        if (!_insert.Step())
        {
            return null;
        }

        var row = new BucketRow(
            _insert.Int64(0),
            bucket with { CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(bucket.CreatedAt.ToUnixTimeMilliseconds()) });
        _insert.Step();
        return row;
    }

    /// <summary>Removes an empty bucket with its configuration and the uploads under way.</summary>
    public DeleteBucketOutcome Delete(BucketName bucket)
    {
        if (_session.FindBucket(bucket) is not { } row)
        {
            return DeleteBucketOutcome.NoSuchBucket;
        }

        var isUsed = _any.Bind(1, row.Id).Step();
        _any.Reset();
        if (isUsed)
        {
            return DeleteBucketOutcome.NotEmpty;
        }

        _uploads.AbortAll(row.Id);
        _removeConfigurations.Bind(1, row.Id).Run();
        _session.Queue.ForgetBucket(row.Id);
        _delete.Bind(1, row.Id).Run();
        return DeleteBucketOutcome.Deleted;
    }

    /// <summary>Removes every bucket with all that is in it; the bodies are left to the sweep.</summary>
    public void DeleteAll()
    {
        _discardAll.Bind(1, _session.Now).Run();
        foreach (var statement in _deleteAll)
        {
            statement.Run();
        }
    }

    /// <summary>Changes the versioning state.</summary>
    /// <returns>The row as it is now; null when the bucket is not there.</returns>
    public BucketRow? SetVersioning(BucketName bucket, VersioningState state)
    {
        if (_session.FindBucket(bucket) is not { } row)
        {
            return null;
        }

        _setVersioning.Bind(1, row.Id).Bind(2, (int)state).Run();
        return row with { Record = row.Record with { Versioning = state } };
    }

    /// <summary>Stores a sub-resource; null removes it.</summary>
    /// <returns>False when the bucket is not there.</returns>
    public bool SetConfiguration(BucketName bucket, string kind, string? document)
    {
        if (_session.FindBucket(bucket) is not { } row)
        {
            return false;
        }

        if (document is null)
        {
            _removeConfiguration.Bind(1, row.Id).Bind(2, kind).Run();
        }
        else
        {
            _setConfiguration.Bind(1, row.Id).Bind(2, kind).Bind(3, document).Run();
        }

        return true;
    }
}
