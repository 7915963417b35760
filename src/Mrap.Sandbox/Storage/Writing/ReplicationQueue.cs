using System.Collections.Immutable;
using System.Text;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Rules;
using Mrap.Sandbox.Storage.Sqlite;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>
/// The tasks of replication: they come in the transaction of the change that they carry, one for each version and destination, and go in
/// that of its end.
/// </summary>
internal sealed class ReplicationQueue
{
    private readonly WriteSession _session;
    private readonly Func<BucketName, BucketRules?> _rules;
    private readonly HashSet<BucketName> _destinations = [];
    private readonly Statement _insert;
    private readonly Statement _change;
    private readonly Statement _remove;
    private readonly Statement _setReplication;
    private readonly Statement _forget;
    private readonly Statement _forgetBucket;

    /// <summary>Compiles the statements.</summary>
    /// <param name="rules">Finds the rules of a bucket, in whichever Region it is.</param>
    public ReplicationQueue(WriteSession session, Func<BucketName, BucketRules?> rules)
    {
        _session = session;
        _rules = rules;
        _insert = session.Prepare(
            """
            INSERT INTO replications(bucket, version, destination, rule, change, bytes, since, timed, missed)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)
            """);
        _change = session.Prepare("SELECT change FROM replications WHERE version = ?1 AND destination = ?2 ORDER BY change LIMIT 1");
        _remove = session.Prepare("DELETE FROM replications WHERE version = ?1 AND destination = ?2");
        _setReplication = session.Prepare("UPDATE versions SET replication = ?2 WHERE id = ?1");
        _forget = session.Prepare("DELETE FROM replications WHERE version = ?1");
        _forgetBucket = session.Prepare("DELETE FROM replications WHERE bucket = ?1");
    }

    /// <summary>The buckets that have to be looked after once the transaction is committed.</summary>
    public IReadOnlyCollection<BucketName> Destinations => _destinations;

    /// <summary>Forgets the transaction before.</summary>
    public void Begin() => _destinations.Clear();

    /// <summary>Adds a version that a client wrote, with its tasks.</summary>
    /// <returns>The version with the number of its row.</returns>
    public ObjectVersion Insert(BucketRow bucket, ObjectVersion version)
    {
        if (_rules(bucket.Record.Name) is not { } rules || rules.OfVersion(version) is not { IsEmpty: false } targets)
        {
            return _session.InsertVersion(bucket.Id, version);
        }

        var inserted = _session.InsertVersion(
            bucket.Id, version with { Replication = new VersionReplication(ReplicationState.Pending, IsReplica: false) });
        var change = version.IsDeleteMarker ? ObjectChangeKind.DeleteMarker : ObjectChangeKind.Version;
        foreach (var target in targets)
        {
            Add(bucket.Id, inserted.Id, target, change, inserted.Size);
        }

        return inserted;
    }

    /// <summary>Adds the tasks of a change of tags; of a version that was not replicated, none.</summary>
    /// <param name="version">The version before the change.</param>
    /// <param name="before">What its writer said, before the change.</param>
    /// <param name="tags">Its tags after the change.</param>
    public void AddChange(
        BucketRow bucket, string key, VersionRow version, ObjectAttributes before, ImmutableSortedDictionary<string, string> tags)
    {
        var replication = version.Replication;
        if (replication == VersionReplication.None || _rules(bucket.Record.Name) is not { } rules)
        {
            return;
        }

        // an object that a rule was about stays one, whatever its tags become
        var targets = rules.OfChange(key, before.Tags, replication.IsReplica)
            .Concat(rules.OfChange(key, tags, replication.IsReplica))
            .DistinctBy(target => target.Bucket)
            .Where(target => !replication.IsReplica || _rules(target.Bucket)?.TakesChangesOf(bucket.Record.Name) == true)
            .ToImmutableArray();
        Requeue(bucket.Id, version.Id, replication, targets, ObjectChangeKind.Metadata, bytes: 0);
    }

    /// <summary>Puts a version that is there into the queue again, as if it had just been written.</summary>
    /// <returns>How many tasks were made.</returns>
    public int Requeue(BucketRow bucket, string key, string versionId)
    {
        if (
            _rules(bucket.Record.Name) is not { } rules
                || _session.FindVersion(bucket.Id, Encoding.UTF8.GetBytes(key), versionId) is not { } row)
        {
            return 0;
        }

        var version = new ObjectVersion
        {
            Id = row.Id,
            Bucket = bucket.Record.Name,
            Key = key,
            VersionId = versionId,
            IsLatest = row.IsLatest,
            IsDeleteMarker = row.IsDeleteMarker,
            Size = _session.FindSize(row.Id),
            ETag = row.ETag,
            LastModified = default,
            Attributes = _session.FindAttributes(row.Id),
        };
        var targets = rules.OfVersion(version);
        var change = row.IsDeleteMarker ? ObjectChangeKind.DeleteMarker : ObjectChangeKind.Version;
        _session.Touch(bucket.Record.Name, key);
        Requeue(bucket.Id, row.Id, row.Replication, targets, change, version.Size);
        return targets.Length;
    }

    /// <summary>Says how the replication of a version stands.</summary>
    public void SetReplication(long version, VersionReplication replication) =>
        _setReplication.Bind(1, version).Bind(2, replication.Value).Run();

    /// <summary>Drops the tasks of a version that is removed.</summary>
    public void Forget(long version) => _forget.Bind(1, version).Run();

    /// <summary>Drops the tasks of a bucket that is removed.</summary>
    public void ForgetBucket(long bucket) => _forgetBucket.Bind(1, bucket).Run();

    // A task that waits is replaced by a new one, for what its worker has read may be what was before the change; one that carries the
    // whole version goes on to do so.
    private void Requeue(
        long bucket, long version, VersionReplication replication, ImmutableArray<ReplicationTarget> targets, ObjectChangeKind change,
        long bytes)
    {
        if (targets.IsEmpty)
        {
            return;
        }

        foreach (var target in targets)
        {
            _change.Bind(1, version).Bind(2, target.Bucket.Value);
            var known = _change.Step() ? (ObjectChangeKind)_change.Int64(0) : change;
            _change.Reset();
            _remove.Bind(1, version).Bind(2, target.Bucket.Value).Run();
            Add(bucket, version, target, known, bytes);
        }

        SetReplication(version, replication with { State = ReplicationState.Pending });
    }

    private void Add(long bucket, long version, ReplicationTarget target, ObjectChangeKind change, long bytes)
    {
        _insert.Bind(1, bucket)
            .Bind(2, version)
            .Bind(3, target.Bucket.Value)
            .Bind(4, target.Rule.Id)
            .Bind(5, (int)change)
            .Bind(6, bytes)
            .Bind(7, _session.Now)
            .Bind(8, target.Rule.Destination!.Time is { Status: RuleStatus.Enabled } ? 1 : 0)
            .Run();
        _destinations.Add(target.Bucket);
    }
}
