using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Reading;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Writing;

namespace Mrap.Sandbox.Storage;

/// <content>The queue of replication and the replicas.</content>
internal sealed partial class RegionStore
{
    /// <summary>The buckets that tasks wait for.</summary>
    public ImmutableArray<BucketName> ListDestinations() =>
        _pool.Read(0, static (session, _) => QueueReading.Destinations(session));

    /// <summary>The oldest tasks that wait for a bucket, as many as are carried together.</summary>
    public List<ReplicationTask> ReadQueue(BucketName destination) =>
        _pool.Read(destination, static (session, wanted) => QueueReading.Waiting(session, wanted));

    /// <summary>The tasks under replication time control that began at or before an instant and are not known to be late.</summary>
    public List<ReplicationTask> ReadLate(DateTimeOffset since) =>
        _pool.Read(since, static (session, wanted) => QueueReading.Late(session, wanted));

    /// <summary>When the oldest task under replication time control that is not known to be late began; null when there is none.</summary>
    public DateTimeOffset? FindOldestTimed() => _pool.Read(0, static (session, _) => QueueReading.OldestTimed(session));

    /// <summary>What waits and what failed, by rule.</summary>
    public List<ReplicationLine> ReadBacklog() => _pool.Read(0, static (session, _) => QueueReading.Backlog(session));

    /// <summary>The failed tasks of a bucket: key, version ID, destination and reason, the oldest first.</summary>
    public List<(string Key, string VersionId, string Destination, string Failure)> ReadFailures(BucketName bucket, int limit) =>
        _buckets.Find(bucket) is { } row
            ? _pool.Read((row.Id, Limit: limit), static (session, wanted) => QueueReading.Failures(session, wanted.Id, wanted.Limit))
            : [];

    /// <summary>Why a version could not be replicated to one of its destinations; null when it could.</summary>
    /// <param name="version">The number of its row.</param>
    public string? FindFailure(long version) => _pool.Read(version, static (session, wanted) => QueueReading.FailureOf(session, wanted));

    /// <summary>The latest event notifications, the newest first: when they were made, in milliseconds since 1970, and their JSON.
    /// </summary>
    /// <param name="bucket">The bucket they tell of; null for all.</param>
    public List<(long Time, string Document)> ReadEvents(BucketName? bucket, int limit) =>
        _pool.Read((bucket, limit), static (session, wanted) => QueueReading.Events(session, wanted.bucket, wanted.limit));

    /// <summary>Ends tasks.</summary>
    /// <returns>Those that ended: one that was replaced or dropped meanwhile did not.</returns>
    public Task<List<ReplicationOutcome>> FinishAsync(IReadOnlyList<ReplicationOutcome> outcomes, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _replicationEnds.Finish(outcomes), publish: null, cancellation);

    /// <summary>Notes that tasks are late.</summary>
    public Task MissAsync(IReadOnlyList<(ReplicationTask Task, string Event)> late, CancellationToken cancellation) =>
        _writer.WriteAsync(
            _ =>
            {
                _replicationEnds.Miss(late);
                return true;
            },
            publish: null, cancellation);

    /// <summary>Writes replicas in one transaction.</summary>
    /// <returns>For each, why it cannot be; null when it is there now.</returns>
    public Task<ImmutableArray<string?>> ApplyAsync(BucketName bucket, IReadOnlyList<Replica> replicas, CancellationToken cancellation) =>
        _writer.WriteAsync(_ => _replicaWrites.Apply(bucket, replicas), publish: null, cancellation);

    /// <summary>Puts versions into the queue again.</summary>
    /// <param name="versions">Their keys and IDs.</param>
    /// <returns>For each, how many tasks were made.</returns>
    public Task<ImmutableArray<int>> RequeueAsync(
        BucketName bucket, IReadOnlyList<(string Key, string VersionId)> versions, CancellationToken cancellation) =>
        _writer.WriteAsync<ImmutableArray<int>>(
            session => session.FindBucket(bucket) is { } row
                ? [.. versions.Select(version => session.Queue.Requeue(row, version.Key, version.VersionId))]
                : [.. versions.Select(_ => 0)],
            publish: null, cancellation);

    /// <summary>Copies the bytes of a version of another store into the staging area, part by part.</summary>
    /// <returns>The staged bodies, to be disposed once they were put or are not needed.</returns>
    public async Task<ImmutableArray<StoredBody>> StageFromAsync(
        RegionStore source, ObjectVersion version, CancellationToken cancellation)
    {
        var sizes = version.Parts.IsEmpty ? [version.Size] : version.Parts.Select(part => part.Size).ToArray();
        var staged = ImmutableArray.CreateBuilder<StoredBody>(sizes.Length);
        var offset = 0L;
        try
        {
            foreach (var size in sizes)
            {
                await using var bytes = source.OpenRead(version, offset, size);
                staged.Add(await _stager.StageAsync(bytes, [], size, cancellation));
                offset += size;
            }

            return staged.DrainToImmutable();
        }
        catch
        {
            foreach (var body in staged)
            {
                await body.DisposeAsync();
            }

            throw;
        }
    }
}
