using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The statements of a Region's writer on buckets, versions and bodies, and what the transaction under way has touched.</summary>
internal sealed partial class WriteSession : IDisposable
{
    private readonly Database _database;
    private readonly List<Statement> _statements = [];
    private readonly List<StoredBody> _takenBodies = [];
    private readonly HashSet<ObjectName> _touchedKeys = [];
    private readonly Statement _save;
    private readonly Statement _release;
    private readonly Statement _undo;
    private readonly Statement _bucket;
    private readonly Statement _latest;
    private readonly Statement _version;
    private readonly Statement _insertVersion;
    private readonly Statement _setLatest;
    private readonly Statement _deleteVersion;
    private readonly Statement _attributes;
    private readonly Statement _setAttributes;
    private readonly Statement _insertBody;
    private readonly Statement _trash;
    private int _takenBefore;

    /// <summary>Compiles the statements.</summary>
    /// <param name="rules">Finds the replication rules of a bucket, in whichever Region it is; null when it has none.</param>
    public WriteSession(Database database, StorageIds ids, TimeProvider clock, Func<BucketName, BucketRules?> rules)
    {
        _database = database;
        Ids = ids;
        Clock = clock;
        _save = Prepare("SAVEPOINT change");
        _release = Prepare("RELEASE change");
        _undo = Prepare("ROLLBACK TO change");
        _bucket = Prepare("SELECT id, owner, created, versioning FROM buckets WHERE name = ?1");
        const string Columns = "SELECT id, version, latest, marker, etag, body, rank, changed, replication FROM versions";
        _latest = Prepare(
            $"{Columns} INDEXED BY versions_by_age WHERE bucket = ?1 AND key = ?2 ORDER BY rank DESC, version DESC LIMIT 1");
        _version = Prepare($"{Columns} INDEXED BY versions_by_name WHERE bucket = ?1 AND key = ?2 AND version = ?3");
        _insertVersion = Prepare(
            """
            INSERT INTO versions(
                bucket, key, version, latest, marker, size, etag, modified, body, composite, checksums, attributes, rank, changed,
                replication)
            VALUES(?1, ?2, ?3, ?12, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?13, ?14, ?15) RETURNING id
            """);
        _setLatest = Prepare("UPDATE versions SET latest = ?2 WHERE id = ?1");
        _deleteVersion = Prepare("DELETE FROM versions WHERE id = ?1");
        _attributes = Prepare("SELECT attributes, size FROM versions WHERE id = ?1");
        _setAttributes = Prepare("UPDATE versions SET attributes = ?2, changed = ?3 WHERE id = ?1");
        _insertBody = Prepare("INSERT INTO bodies(id, bytes) VALUES(?1, ?2)");
        _trash = Prepare("INSERT INTO trash(body, since) VALUES(?1, ?2)");
        Queue = new ReplicationQueue(this, rules);
    }

    /// <summary>The maker of IDs.</summary>
    public StorageIds Ids { get; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The time in milliseconds since 1970, as columns keep it.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The time in ticks since 1970.</summary>
    public long Ticks => (Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;

    /// <summary>What waits for replication.</summary>
    public ReplicationQueue Queue { get; }

    /// <summary>The staged bodies that the transaction made its own.</summary>
    public IReadOnlyList<StoredBody> TakenBodies => _takenBodies;

    /// <summary>The keys whose newest version the transaction may have changed.</summary>
    public IReadOnlyCollection<ObjectName> TouchedKeys => _touchedKeys;

    /// <summary>Whether one of the bodies is a file.</summary>
    public bool HasNewFiles => _takenBodies.Exists(body => body.IsFile);

    /// <summary>Compiles a statement that lives as long as the session.</summary>
    public Statement Prepare(string sql)
    {
        var statement = _database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Forgets the transaction before.</summary>
    public void Begin()
    {
        _takenBodies.Clear();
        _touchedKeys.Clear();
        Queue.Begin();
    }

    /// <summary>Sets the point to which <see cref="Undo"/> goes back.</summary>
    public void Save()
    {
        _takenBefore = _takenBodies.Count;
        _save.Run();
    }

    /// <summary>Keeps what was done since <see cref="Save"/>.</summary>
    public void Release() => _release.Run();

    /// <summary>Undoes what was done since <see cref="Save"/>.</summary>
    public void Undo()
    {
        _takenBodies.RemoveRange(_takenBefore, _takenBodies.Count - _takenBefore);
        ResetAll();
        _undo.Run();
        _release.Run();
    }

    /// <summary>Undoes the transaction, as far as SQLite has not done so itself.</summary>
    public void RollBack()
    {
        ResetAll();
        try
        {
            _database.Execute("ROLLBACK");
        }
        catch (SqliteFaultException)
        {
            // a full disk or an I/O error has ended the transaction already
        }
    }

    /// <summary>Finds a bucket.</summary>
    public BucketRow? FindBucket(BucketName name)
    {
        if (!_bucket.Bind(1, name.Value).Step())
        {
            return null;
        }

        var record = new BucketRecord(
            name, AccountId.Parse(_bucket.Text(1)).Value, DateTimeOffset.FromUnixTimeMilliseconds(_bucket.Int64(2)),
            (VersioningState)_bucket.Int64(3));
        var row = new BucketRow(_bucket.Int64(0), record);
        _bucket.Reset();
        return row;
    }

    /// <summary>Finds the newest version of a key, be it a delete marker.</summary>
    public VersionRow? FindLatest(long bucket, ReadOnlySpan<byte> key) => ReadVersion(_latest.Bind(1, bucket).Bind(2, key));

    /// <summary>Finds a version by its ID.</summary>
    public VersionRow? FindVersion(long bucket, ReadOnlySpan<byte> key, string versionId) =>
        ReadVersion(_version.Bind(1, bucket).Bind(2, key).Bind(3, versionId));

    /// <summary>
    /// Adds a version. When it is the newest of its key, the one before must be told so with <see cref="SetLatest"/> first.
    /// </summary>
    /// <returns>The version with the number of its row.</returns>
    public ObjectVersion InsertVersion(long bucket, ObjectVersion version)
    {
        _insertVersion.Bind(1, bucket)
            .Bind(2, Encoding.UTF8.GetBytes(version.Key))
            .Bind(3, version.VersionId)
            .Bind(4, version.IsDeleteMarker ? 1 : 0)
            .Bind(5, version.Size)
            .Bind(6, version.ETag)
            .Bind(7, version.LastModified.ToUnixTimeMilliseconds())
            .Bind(8, version.Body?.Id ?? 0)
            .Bind(9, version.Body is { IsComposite: true } ? 1 : 0)
            .Bind(10, ChecksumText.Write(version.Checksums))
            .Bind(11, AttributesText.Write(version.Attributes))
            .Bind(12, version.IsLatest ? 1 : 0)
            .Bind(13, version.Rank)
            .Bind(14, version.Changed)
            .Bind(15, version.Replication.Value);
        _insertVersion.Step();
        var id = _insertVersion.Int64(0);
        _insertVersion.Step();
        return version with { Id = id };
    }

    /// <summary>Says whether a version is the newest of its key.</summary>
    public void SetLatest(long version, bool isLatest) => _setLatest.Bind(1, version).Bind(2, isLatest ? 1 : 0).Run();

    /// <summary>Removes a version and leaves its body to the sweep.</summary>
    public void DeleteVersion(VersionRow version)
    {
        _deleteVersion.Bind(1, version.Id).Run();
        if (version.Replication != VersionReplication.None)
        {
            Queue.Forget(version.Id);
        }

        Discard(version.Body);
    }

    /// <summary>Notes that the newest version of a key may change.</summary>
    public void Touch(BucketName bucket, string key) => _touchedKeys.Add(new ObjectName(bucket, key));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }
    }

    private static VersionRow? ReadVersion(Statement statement)
    {
        if (!statement.Step())
        {
            return null;
        }

        var row = new VersionRow(
            statement.Int64(0), statement.Text(1), statement.Flag(2), statement.Flag(3), statement.Text(4), statement.Int64(5),
            statement.Int64(6), statement.Int64(7), VersionReplication.Of(statement.Int64(8)));
        statement.Reset();
        return row;
    }

    private void ResetAll()
    {
        foreach (var statement in _statements)
        {
            statement.Reset();
        }
    }
}
