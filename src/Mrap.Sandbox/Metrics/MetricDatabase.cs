using Microsoft.Data.Sqlite;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Metrics;

/// <summary>The file <c>metrics.db</c>: metrics, and their points in chunks.</summary>
internal sealed class MetricDatabase : IDisposable
{
    private const string FirstStep =
        """
        CREATE TABLE series(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            region TEXT NOT NULL,
            account TEXT NOT NULL,
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            dimensions TEXT NOT NULL,
            unit TEXT NOT NULL,
            last INTEGER NOT NULL) STRICT;
        CREATE TABLE points(
            series INTEGER NOT NULL,
            resolution INTEGER NOT NULL,
            start INTEGER NOT NULL,
            stats BLOB NOT NULL,
            PRIMARY KEY(series, resolution, start)) STRICT;
        CREATE INDEX points_by_age ON points(resolution, start);
        CREATE TABLE digests(
            series INTEGER NOT NULL,
            resolution INTEGER NOT NULL,
            start INTEGER NOT NULL,
            bins BLOB NOT NULL,
            PRIMARY KEY(series, resolution, start)) STRICT;
        CREATE TABLE alarms(
            region TEXT NOT NULL,
            account TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY(region, account, name)) STRICT, WITHOUT ROWID;
        """;

    private readonly SqliteFile _file;

    private MetricDatabase(SqliteFile file) => _file = file;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="SandboxStartException">It cannot be used.</exception>
    public static MetricDatabase Open(string dataDirectory, Durability durability) =>
        new(SqliteFile.Open(Path.Combine(dataDirectory, "metrics.db"), durability, FirstStep));

    /// <summary>Makes several changes one.</summary>
    public void Transact(Action changes) => _file.Transact(changes);

    /// <summary>All metrics.</summary>
    public List<MetricSeries> Series() => _file.Read(
        "SELECT id, region, account, namespace, name, dimensions, unit, last FROM series",
        row => new MetricSeries(
            MetricIdentity.Stored(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
            row.GetString(6))
        {
            Number = row.GetInt64(0),
            LastValue = row.GetInt64(7),
        });

    /// <summary>Stores a metric, and numbers it when it is new.</summary>
    public void Save(MetricSeries series)
    {
        if (series.Number == 0)
        {
            var id = series.Identity;
            _file.Run(
                "INSERT INTO series(region, account, namespace, name, dimensions, unit, last) VALUES($0, $1, $2, $3, $4, $5, $6)",
                id.Region, id.Account, id.Namespace, id.Name, id.DimensionText, series.Unit, series.LastValue);
            series.Number = _file.Read("SELECT last_insert_rowid()", row => row.GetInt64(0))[0];
        }
        else
        {
            _file.Run("UPDATE series SET last = $1 WHERE id = $0", series.Number, series.LastValue);
        }
    }

    /// <summary>Stores a chunk.</summary>
    public void Save(long series, MetricChunk chunk)
    {
        _file.Run(
            "INSERT OR REPLACE INTO points(series, resolution, start, stats) VALUES($0, $1, $2, $3)", series, chunk.Resolution.Seconds,
            chunk.Start, MetricChunkCodec.Write(chunk));
        if (MetricChunkCodec.WriteDigests(chunk) is { } digests)
        {
            _file.Run(
                "INSERT OR REPLACE INTO digests(series, resolution, start, bins) VALUES($0, $1, $2, $3)", series, chunk.Resolution.Seconds,
                chunk.Start, digests);
        }
        else
        {
            _file.Run(
                "DELETE FROM digests WHERE series = $0 AND resolution = $1 AND start = $2", series, chunk.Resolution.Seconds, chunk.Start);
        }
    }

    /// <summary>What is stored of a metric in a span of time, not taken apart yet.</summary>
    /// <param name="from">The first chunk's start.</param>
    /// <param name="to">The second behind the last.</param>
    public List<StoredChunk> Read(long series, MetricResolution resolution, long from, long to, bool withDigests)
    {
        const string Points = "SELECT start, stats, NULL FROM points WHERE series = $0 AND resolution = $1 AND start >= $2 AND start < $3";
        const string WithDigests =
            "SELECT p.start, p.stats, d.bins FROM points p LEFT JOIN digests d ON d.series = p.series AND d.resolution = p.resolution AND "
            + "d.start = p.start WHERE p.series = $0 AND p.resolution = $1 AND p.start >= $2 AND p.start < $3";
        return _file.Read(
            withDigests ? WithDigests : Points, row => Chunk(resolution, row), series, resolution.Seconds, from, to);
    }

    /// <summary>The chunks that begin before an instant, at most so many.</summary>
    public List<(long Series, long Start)> Older(MetricResolution resolution, long before, int limit) => _file.Read(
        "SELECT series, start FROM points WHERE resolution = $0 AND start < $1 ORDER BY start LIMIT $2",
        row => (row.GetInt64(0), row.GetInt64(1)), resolution.Seconds, before, limit);

    /// <summary>Removes a chunk.</summary>
    public void Remove(long series, MetricResolution resolution, long start)
    {
        _file.Run("DELETE FROM points WHERE series = $0 AND resolution = $1 AND start = $2", series, resolution.Seconds, start);
        _file.Run("DELETE FROM digests WHERE series = $0 AND resolution = $1 AND start = $2", series, resolution.Seconds, start);
    }

    /// <summary>Removes the metrics that have no points and had no value since an instant.</summary>
    /// <returns>Their numbers.</returns>
    public List<long> RemoveEmpty(long before) => _file.Read(
        "DELETE FROM series WHERE last < $0 AND id NOT IN (SELECT DISTINCT series FROM points) RETURNING id",
        row => row.GetInt64(0), before);

    /// <summary>All alarms: where and whose they are, and their stored form.</summary>
    public List<(string Region, string Account, string Document)> Alarms() => _file.Read(
        "SELECT region, account, document FROM alarms", row => (row.GetString(0), row.GetString(1), row.GetString(2)));

    /// <summary>Stores an alarm.</summary>
    public void SaveAlarm(string region, string account, string name, string document) => _file.Run(
        "INSERT OR REPLACE INTO alarms(region, account, name, document) VALUES($0, $1, $2, $3)", region, account, name, document);

    /// <summary>Removes an alarm.</summary>
    public void RemoveAlarm(string region, string account, string name) =>
        _file.Run("DELETE FROM alarms WHERE region = $0 AND account = $1 AND name = $2", region, account, name);

    /// <summary>Removes everything.</summary>
    public void Clear() => _file.Run("DELETE FROM points; DELETE FROM digests; DELETE FROM series; DELETE FROM alarms;");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static StoredChunk Chunk(MetricResolution resolution, SqliteDataReader row) => new(
        resolution, row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));
}
