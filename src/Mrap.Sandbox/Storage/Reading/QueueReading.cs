using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Reading;

/// <summary>Reads the queue of replication.</summary>
internal static class QueueReading
{
    private const int BatchLimit = 512;
    private const long BatchBytes = 4 << 20;
    private const int FirstTaskColumn = 15;

    /// <summary>The oldest tasks that wait for a bucket, as many as are carried together.</summary>
    public static List<ReplicationTask> Waiting(ReadSession session, BucketName destination)
    {
        var statement = session.Queue.Bind(1, destination.Value).Bind(2, BatchLimit);
        var tasks = new List<ReplicationTask>();
        var bytes = 0L;
        while (bytes < BatchBytes && statement.Step())
        {
            var task = ReadTask(session, statement);
            if (task.Version.Body is { IsInline: true } body && task.Change == ObjectChangeKind.Version)
            {
                body.Bytes = statement.Bytes(FirstTaskColumn + 8).ToArray();
                bytes += body.Size;
            }

            tasks.Add(task);
        }

        statement.Reset();
        return tasks;
    }

    /// <summary>The tasks under replication time control that began at or before an instant and are not known to be late.</summary>
    public static List<ReplicationTask> Late(ReadSession session, DateTimeOffset since)
    {
        var statement = session.LateTasks.Bind(1, since.ToUnixTimeMilliseconds()).Bind(2, BatchLimit);
        var tasks = new List<ReplicationTask>();
        while (statement.Step())
        {
            tasks.Add(ReadTask(session, statement));
        }

        return tasks;
    }

    /// <summary>When the oldest task under replication time control that is not known to be late began.</summary>
    public static DateTimeOffset? OldestTimed(ReadSession session)
    {
        DateTimeOffset? oldest = session.OldestTimed.Step()
            ? DateTimeOffset.FromUnixTimeMilliseconds(session.OldestTimed.Int64(0))
            : null;
        session.OldestTimed.Reset();
        return oldest;
    }

    /// <summary>The buckets that tasks wait for.</summary>
    public static ImmutableArray<BucketName> Destinations(ReadSession session)
    {
        using var statement = session.Once("SELECT DISTINCT destination FROM replications WHERE failure IS NULL");
        var found = ImmutableArray.CreateBuilder<BucketName>();
        while (statement.Step())
        {
            found.Add(BucketName.Parse(statement.Text(0)).Value);
        }

        return found.DrainToImmutable();
    }

    /// <summary>What waits and what failed, by rule.</summary>
    public static List<ReplicationLine> Backlog(ReadSession session)
    {
        using var statement = session.Once(
            """
            SELECT k.name, r.destination, r.rule,
                count(*) FILTER (WHERE r.failure IS NULL), total(r.bytes) FILTER (WHERE r.failure IS NULL),
                coalesce(min(r.since) FILTER (WHERE r.failure IS NULL), -1), count(r.failure), max(printf('%020d', r.id) || r.failure)
            FROM replications r JOIN buckets k ON k.id = r.bucket GROUP BY k.name, r.destination, r.rule
            """);
        var lines = new List<ReplicationLine>();
        while (statement.Step())
        {
            var oldest = statement.Int64(5);
            var failure = statement.Text(7);
            lines.Add(
                new ReplicationLine(
                    BucketName.Parse(statement.Text(0)).Value, BucketName.Parse(statement.Text(1)).Value, statement.Text(2),
                    statement.Int64(3), statement.Int64(4), oldest < 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(oldest),
                    statement.Int64(6), failure.Length > 0 ? failure[20..] : null));
        }

        return lines;
    }

    /// <summary>The failed tasks of a bucket, the oldest first.</summary>
    public static List<(string Key, string VersionId, string Destination, string Failure)> Failures(
        ReadSession session, long bucket, int limit)
    {
        using var statement = session.Once(
            """
            SELECT v.key, v.version, r.destination, r.failure FROM replications r JOIN versions v ON v.id = r.version
            WHERE r.bucket = ?1 AND r.failure IS NOT NULL ORDER BY r.id LIMIT ?2
            """);
        statement.Bind(1, bucket).Bind(2, limit);
        var found = new List<(string Key, string VersionId, string Destination, string Failure)>();
        while (statement.Step())
        {
            found.Add((statement.Text(0), statement.Text(1), statement.Text(2), statement.Text(3)));
        }

        return found;
    }

    /// <summary>Why a version could not be replicated to one of its destinations; null when it could.</summary>
    public static string? FailureOf(ReadSession session, long version)
    {
        using var statement = session.Once("SELECT failure FROM replications WHERE version = ?1 AND failure IS NOT NULL LIMIT 1");
        return statement.Bind(1, version).Step() ? statement.Text(0) : null;
    }

    /// <summary>The latest event notifications, the newest first.</summary>
    public static List<(long Time, string Document)> Events(ReadSession session, BucketName? bucket, int limit)
    {
        using var statement = session.Once(
            "SELECT time, document FROM replication_events WHERE ?1 IS NULL OR bucket = ?1 ORDER BY id DESC LIMIT ?2");
        statement.Bind(1, bucket?.Value).Bind(2, limit);
        var found = new List<(long Time, string Document)>();
        while (statement.Step())
        {
            found.Add((statement.Int64(0), statement.Text(1)));
        }

        return found;
    }

    private static ReplicationTask ReadTask(ReadSession session, Statement row)
    {
        var version = ReadSession.ReadVersion(row, BucketName.Parse(row.Text(FirstTaskColumn + 7)).Value);
        if (version.Body is { IsComposite: true } body)
        {
            version = version with { Parts = ObjectBody.PartsOf(session.LoadPieces(body)) };
        }

        return new ReplicationTask(
            row.Int64(FirstTaskColumn),
            version,
            BucketName.Parse(row.Text(FirstTaskColumn + 1)).Value,
            row.Text(FirstTaskColumn + 2),
            (ObjectChangeKind)row.Int64(FirstTaskColumn + 3),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(FirstTaskColumn + 4)),
            row.Flag(FirstTaskColumn + 5),
            row.Flag(FirstTaskColumn + 6));
    }
}
