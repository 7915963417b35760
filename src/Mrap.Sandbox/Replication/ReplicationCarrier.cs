using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Storage.Writing;

namespace Mrap.Sandbox.Replication;

/// <summary>Carries a batch of tasks from a Region to a bucket: the small ones in one transaction there and one here.</summary>
internal sealed class ReplicationCarrier(
    RegionStores stores, AssumedRoles roles, PublicAccess publicAccess, ReplicationEvents events, ReplicationReports reports,
    TimeProvider time)
{
    /// <summary>Carries the oldest tasks that wait for a bucket. What is done twice is done once.</summary>
    /// <param name="source">The store whose tasks they are.</param>
    /// <param name="tasks">The tasks.</param>
    public async Task CarryAsync(
        RegionStore source, BucketName destination, List<ReplicationTask> tasks, CancellationToken cancellation)
    {
        var location = stores.FindBucket(destination);
        var permits = new Dictionary<BucketName, (ReplicationPermit? Permit, string? Failure)>();
        var verdicts = tasks.ConvertAll(task => Decide(source, task, location, permits));
        if (location is not null)
        {
            await ApplyAsync(source, stores.Get(location.Region), destination, verdicts, cancellation);
        }

        var outcomes = verdicts.ConvertAll(
            verdict => new ReplicationOutcome(
                verdict.Task, verdict.Failure, events.OfEnd(source.Region, verdict.Task, verdict.Failure, verdict.Rule is not null)));
        var ended = await source.FinishAsync(outcomes, cancellation);
        reports.Tell(source.Region, location?.Region, ended);
    }

    private Verdict Decide(
        RegionStore source, ReplicationTask task, BucketLocation? destination,
        Dictionary<BucketName, (ReplicationPermit? Permit, string? Failure)> permits)
    {
        var bucket = task.Version.Bucket;
        if (stores.FindRules(bucket) is not { } rules || rules.Find(task.Rule, task.Destination) is not { } rule)
        {
            return new Verdict(task, null) { Failure = "SrcBucketReplicationConfigMissing" };
        }

        if (!permits.TryGetValue(bucket, out var known))
        {
            permits[bucket] = known = Permit(source, bucket, rules.Role, destination);
        }

        return new Verdict(task, rule) { Failure = known.Failure ?? known.Permit!.Refuse(task, rule) };
    }

    private (ReplicationPermit? Permit, string? Failure) Permit(
        RegionStore source, BucketName bucket, string roleArn, BucketLocation? destination)
    {
        if (source.FindBucket(bucket) is not { } record)
        {
            return (null, "SrcBucketNotFound");
        }

        if (roles.Find(roleArn) is not { } role || !role.TrustsLive(bucket, record.Owner))
        {
            return (null, "AssumeRoleNotPermitted");
        }

        return destination is null
            ? (null, "DstBucketNotFound")
            : (
                new ReplicationPermit(
                    role, new BucketLocation(source.Region, record), destination, stores, publicAccess, time.GetUtcNow()),
                null);
    }

    private static async Task ApplyAsync(
        RegionStore source, RegionStore target, BucketName destination, List<Verdict> verdicts, CancellationToken cancellation)
    {
        var small = verdicts.FindAll(verdict => verdict is { Failure: null, IsSmall: true });
        if (small.Count > 0)
        {
            var failures = await target.ApplyAsync(destination, small.ConvertAll(verdict => verdict.Replica()), cancellation);
            for (var i = 0; i < small.Count; i++)
            {
                small[i].Failure = failures[i];
            }
        }

        foreach (var verdict in verdicts.Where(verdict => verdict is { Failure: null, IsSmall: false }))
        {
            verdict.Failure = await ApplyLargeAsync(source, target, destination, verdict, cancellation);
        }
    }

    private static async Task<string?> ApplyLargeAsync(
        RegionStore source, RegionStore target, BucketName destination, Verdict verdict, CancellationToken cancellation)
    {
        var version = verdict.Task.Version;
        if (target.FindBucket(destination) is { Versioning: VersioningState.Enabled }
            && target.FindObject(destination, version.Key, version.VersionId) is { } known
            && known.Changed >= version.Changed
            && version.VersionId != StorageIds.NullVersion)
        {
            return null;
        }

        ImmutableArray<StoredBody> staged;
        try
        {
            staged = await target.StageFromAsync(source, version, cancellation);
        }
        catch (FileNotFoundException)
        {
            return "SrcVersionNotFound";
        }

        try
        {
            return (await target.ApplyAsync(destination, [verdict.Replica() with { Staged = staged }], cancellation))[0];
        }
        finally
        {
            foreach (var body in staged)
            {
                await body.DisposeAsync();
            }
        }
    }

    /// <summary>What is decided about a task.</summary>
    private sealed class Verdict(ReplicationTask task, ReplicationRule? rule)
    {
        public ReplicationTask Task => task;

        public ReplicationRule? Rule => rule;

        public string? Failure { get; set; }

        public bool IsSmall => task.Change != ObjectChangeKind.Version || task.Version.Body is null or { IsInline: true };

        public Replica Replica()
        {
            var version = task.Version;
            if (rule!.Destination!.StorageClass is { } storageClass)
            {
                version = version with
                {
                    Attributes = version.Attributes with
                    {
                        Headers = version.Attributes.Headers.SetItem("x-amz-storage-class", storageClass),
                    },
                };
            }

            return new Replica(version, task.Change == ObjectChangeKind.Metadata) { Bytes = version.Body?.Bytes };
        }
    }
}
