using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Replication;

/// <summary>Asks the sandbox how replication goes: <c>GET /_sandbox/replication</c> and <c>/_sandbox/events</c>.</summary>
/// <param name="sandbox">The sandbox.</param>
public sealed class WatchReplication(SandboxControl sandbox)
{
    private const string WhatFailed = "How replication goes could not be read.";
    private const string FailedEvent = "Replication:OperationFailedReplication";

    /// <summary>Whether there is anybody to ask; with AWS there is not.</summary>
    public bool IsThere => sandbox.IsThere;

    /// <summary>Asks.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Outcome<ReplicationWatch>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var status = sandbox.GetAsync<StatusDocument>("replication", WhatFailed, cancellationToken);
        var events = sandbox.GetAsync<EventsDocument>("events", WhatFailed, cancellationToken);
        if (!(await status).TryGet(out var rules, out var fault))
        {
            return fault;
        }

        return (await events).TryGet(out var records, out fault)
            ? new ReplicationWatch(
                [.. (rules.Rules ?? []).Select(Read).OfType<RuleBacklog>()],
                [.. (records.Records ?? []).Select(Read).OfType<FailedReplication>()])
            : fault;
    }

    // what is not understood is passed over: it is a view, and no decision follows from it
    private static RuleBacklog? Read(RuleDocument rule) =>
        BucketName.Parse(rule.Bucket).TryGet(out var bucket)
            && BucketName.Parse(rule.Destination).TryGet(out var destination)
            && rule.Rule is { } id
            ? new RuleBacklog(bucket, id, destination, rule.Pending, rule.Oldest, rule.Failed)
            : null;

    private static FailedReplication? Read(EventDocument told) =>
        told is { EventName: FailedEvent, S3: { Bucket.Name: { } name, Object.Key: { } key }, ReplicationEventData: { } data }
            && BucketName.Parse(name).TryGet(out var bucket)
            && BucketName.Parse(data.DestinationBucket?.Split(':')[^1]).TryGet(out var destination)
            ? new FailedReplication(
                told.EventTime, bucket, Uri.UnescapeDataString(key.Replace('+', ' ')), data.ReplicationRuleId ?? string.Empty,
                destination, data.FailureReason ?? string.Empty)
            : null;

    private sealed record StatusDocument(ImmutableArray<RuleDocument>? Rules);

    private sealed record RuleDocument(
        string? Bucket, string? Destination, string? Rule, long Pending, DateTimeOffset? Oldest, long Failed);

    private sealed record EventsDocument(ImmutableArray<EventDocument>? Records);

    private sealed record EventDocument(
        string? EventName, DateTimeOffset EventTime, SubjectDocument? S3, ReplicationDataDocument? ReplicationEventData);

    private sealed record SubjectDocument(NamedDocument? Bucket, KeyDocument? Object);

    private sealed record NamedDocument(string? Name);

    private sealed record KeyDocument(string? Key);

    private sealed record ReplicationDataDocument(string? ReplicationRuleId, string? DestinationBucket, string? FailureReason);
}
