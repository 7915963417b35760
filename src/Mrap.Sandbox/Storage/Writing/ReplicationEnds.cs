using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>The ends of replication tasks, and the event notifications that tell of them, as they happen inside a transaction.</summary>
internal sealed class ReplicationEnds
{
    /// <summary>How many event notifications a Region keeps.</summary>
    public const int EventLimit = 1000;

    private readonly WriteSession _session;
    private readonly Statement _remove;
    private readonly Statement _fail;
    private readonly Statement _left;
    private readonly Statement _replication;
    private readonly Statement _miss;
    private readonly Statement _insertEvent;
    private readonly Statement _trimEvents;

    /// <summary>Compiles the statements.</summary>
    public ReplicationEnds(WriteSession session)
    {
        _session = session;
        _remove = session.Prepare("DELETE FROM replications WHERE id = ?1");
        _fail = session.Prepare("UPDATE replications SET failure = ?2 WHERE id = ?1");
        _left = session.Prepare("SELECT count(*) FILTER (WHERE failure IS NULL), count(*) FROM replications WHERE version = ?1");
        _replication = session.Prepare("SELECT replication FROM versions WHERE id = ?1");
        _miss = session.Prepare("UPDATE replications SET missed = 1 WHERE id = ?1 AND missed = 0 AND failure IS NULL");
        _insertEvent = session.Prepare("INSERT INTO replication_events(bucket, time, document) VALUES(?1, ?2, ?3)");
        _trimEvents = session.Prepare(
            $"DELETE FROM replication_events WHERE id <= (SELECT max(id) FROM replication_events) - {EventLimit}");
    }

    /// <summary>Ends tasks. One that was replaced or dropped meanwhile changes nothing.</summary>
    /// <returns>Those that ended.</returns>
    public List<ReplicationOutcome> Finish(IReadOnlyList<ReplicationOutcome> outcomes)
    {
        var ended = new List<ReplicationOutcome>(outcomes.Count);
        foreach (var outcome in outcomes)
        {
            var statement = outcome.Failure is null ? _remove : _fail.Bind(2, outcome.Failure);
            if (statement.Bind(1, outcome.Task.Id).Run() == 0)
            {
                continue;
            }

            SetStatus(outcome.Task.Version);
            AddEvent(outcome.Task.Version.Bucket, outcome.Event);
            ended.Add(outcome);
        }

        _trimEvents.Run();
        return ended;
    }

    /// <summary>Notes that tasks are late, and tells so.</summary>
    public void Miss(IReadOnlyList<(ReplicationTask Task, string Event)> late)
    {
        foreach (var (task, text) in late)
        {
            if (_miss.Bind(1, task.Id).Run() > 0)
            {
                AddEvent(task.Version.Bucket, text);
            }
        }

        _trimEvents.Run();
    }

    private void SetStatus(ObjectVersion version)
    {
        _left.Bind(1, version.Id).Step();
        var (waiting, all) = (_left.Int64(0), _left.Int64(1));
        _left.Reset();
        if (waiting > 0 && all == waiting)
        {
            return;
        }

        if (_replication.Bind(1, version.Id).Step())
        {
            var replication = VersionReplication.Of(_replication.Int64(0));
            _replication.Reset();
            _session.Touch(version.Bucket, version.Key);
            _session.Queue.SetReplication(version.Id, replication.Ended(hasFailed: all > 0));
        }
    }

    private void AddEvent(BucketName bucket, string? text)
    {
        if (text is not null)
        {
            _insertEvent.Bind(1, bucket.Value).Bind(2, _session.Now).Bind(3, text).Run();
        }
    }
}
