using Mrap.Sandbox.Configuration;

namespace Mrap.Sandbox.Storage.Sqlite;

/// <summary>The tables of a Region.</summary>
/// <remarks>
/// Keys are kept as bytes, so that they order by UTF-8 and may hold NUL. A body is a row of its own, either with its bytes or, when they
/// are NULL and it has no pieces, with a file named by its number; each body belongs to one version, one part under way or one piece, so
/// none needs a count of its references.
/// The rank of a version is when it was written, at its source when it is a replica, in ticks since 1970, and larger than that of any
/// version of its key that was there: so newest first is descending by rank, and the same wherever the versions are.
/// </remarks>
internal static class Schema
{
    private const string FirstStep =
        """
        CREATE TABLE buckets(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            created INTEGER NOT NULL,
            versioning INTEGER NOT NULL) STRICT;
        CREATE TABLE configurations(
            bucket INTEGER NOT NULL,
            kind TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY(bucket, kind)) STRICT, WITHOUT ROWID;
        CREATE TABLE bodies(
            id INTEGER PRIMARY KEY,
            bytes BLOB) STRICT;
        CREATE TABLE pieces(
            body INTEGER NOT NULL,
            position INTEGER NOT NULL,
            number INTEGER NOT NULL,
            piece INTEGER NOT NULL,
            size INTEGER NOT NULL,
            checksums TEXT NOT NULL,
            PRIMARY KEY(body, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE trash(
            body INTEGER PRIMARY KEY,
            since INTEGER NOT NULL) STRICT;
        CREATE TABLE versions(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            bucket INTEGER NOT NULL,
            key BLOB NOT NULL,
            version TEXT NOT NULL,
            latest INTEGER NOT NULL,
            marker INTEGER NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified INTEGER NOT NULL,
            body INTEGER NOT NULL,
            composite INTEGER NOT NULL,
            checksums TEXT NOT NULL,
            attributes BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX versions_by_name ON versions(bucket, key, version);
        CREATE INDEX versions_by_age ON versions(bucket, key, id DESC);
        CREATE UNIQUE INDEX objects_by_key ON versions(bucket, key) WHERE latest = 1 AND marker = 0;
        CREATE TABLE uploads(
            id TEXT PRIMARY KEY,
            bucket INTEGER NOT NULL,
            key BLOB NOT NULL,
            initiated INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            checksum_type INTEGER NOT NULL,
            attributes BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX uploads_by_key ON uploads(bucket, key, id);
        CREATE TABLE parts(
            upload TEXT NOT NULL,
            number INTEGER NOT NULL,
            body INTEGER NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified INTEGER NOT NULL,
            checksums TEXT NOT NULL,
            PRIMARY KEY(upload, number)) STRICT, WITHOUT ROWID;
        """;

    // Versions that are there were written in the order of their numbers, whatever the clock said.
    private const string SecondStep =
        """
        ALTER TABLE versions ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE versions ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE versions ADD COLUMN replication INTEGER NOT NULL DEFAULT 0;
        UPDATE versions SET rank = ranked.rank FROM (
            SELECT id, max(modified) OVER age * 10000 + row_number() OVER age AS rank
            FROM versions WINDOW age AS (PARTITION BY bucket, key ORDER BY id)) AS ranked
        WHERE ranked.id = versions.id;
        DROP INDEX versions_by_age;
        CREATE INDEX versions_by_age ON versions(bucket, key, rank DESC, version DESC);
        CREATE TABLE replications(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            bucket INTEGER NOT NULL,
            version INTEGER NOT NULL,
            destination TEXT NOT NULL,
            rule TEXT NOT NULL,
            change INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            since INTEGER NOT NULL,
            timed INTEGER NOT NULL,
            missed INTEGER NOT NULL,
            failure TEXT) STRICT;
        CREATE INDEX replications_by_version ON replications(version);
        CREATE INDEX replications_waiting ON replications(destination, id) WHERE failure IS NULL;
        CREATE INDEX replications_timed ON replications(since) WHERE timed = 1 AND missed = 0 AND failure IS NULL;
        CREATE TABLE replication_events(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            bucket TEXT NOT NULL,
            time INTEGER NOT NULL,
            document TEXT NOT NULL) STRICT;
        """;

    /// <summary>Opens the writer's connection and takes the file to this release's version.</summary>
    /// <param name="path">The full path; the file is there, empty when it is new.</param>
    /// <param name="durability">What a commit must survive.</param>
    /// <exception cref="SandboxStartException">A later release wrote the file, something else did, or it is damaged.</exception>
    public static Database Open(string path, Durability durability)
    {
        Database? database = null;
        try
        {
            database = Database.Open(path, canWrite: true);
            Prepare(database, path, durability);
            return database;
        }
        catch (SqliteFaultException fault)
        {
            database?.Dispose();
            throw SchemaSteps.Unreadable(path, fault);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    private static void Prepare(Database writer, string path, Durability durability)
    {
        SchemaSteps.Take(
            path,
            [FirstStep, SecondStep],
            writer.Scalar(SchemaSteps.VersionQuery),
            () => writer.Text(SchemaSteps.FirstTableQuery),
            statements => writer.Execute($"BEGIN IMMEDIATE; {statements} COMMIT;"));

        // In WAL mode a commit is an append to the log. Once write() has returned, the pages belong to the operating system and a dying
        // process cannot take them back, so NORMAL, which flushes only at checkpoints, keeps every commit through kill -9 and the file
        // sound through a power cut. FULL also flushes the log at each commit.
        var synchronous = durability == Durability.Full ? "FULL" : "NORMAL";
        writer.Execute(
            $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit "
                + "= 67108864; PRAGMA cache_size = -4000;");
    }
}
