using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Replication;

/// <summary>
/// Makes event notifications of replication (Amazon S3 User Guide, "Event message structure", version 2.2 with
/// <c>replicationEventData</c>).
/// </summary>
internal sealed class ReplicationEvents(RegionStores stores, TimeProvider time)
{
    private static readonly JsonSerializerOptions s_json =
        new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A task failed for good.</summary>
    public const string Failed = "Replication:OperationFailedReplication";

    /// <summary>A task under replication time control takes longer than it should.</summary>
    public const string Missed = "Replication:OperationMissedThreshold";

    /// <summary>A task that took longer than it should is done.</summary>
    public const string Replicated = "Replication:OperationReplicatedAfterThreshold";

    /// <summary>Nobody watches a task any more.</summary>
    public const string NotTracked = "Replication:OperationNotTracked";

    /// <summary>The notification of how a task ended; null when nothing is told.</summary>
    /// <param name="failure">Why it failed; null when it is done.</param>
    /// <param name="isTracked">Whether a rule still stands behind it.</param>
    public string? OfEnd(RegionId region, ReplicationTask task, string? failure, bool isTracked) => failure is null
        ? task.IsMissed ? Of(Replicated, region, task, failure: null) : null
        : Of(!isTracked && task.IsTimed ? NotTracked : Failed, region, task, failure);

    /// <summary>A notification.</summary>
    /// <param name="name">Its name without <c>s3:</c>.</param>
    public string Of(string name, RegionId region, ReplicationTask task, string? failure)
    {
        var ids = RequestIds.Create();
        var version = task.Version;
        var owner = stores.FindBucket(version.Bucket)?.Bucket.Owner.Value ?? string.Empty;
        return JsonSerializer.Serialize(
            new
            {
                eventVersion = "2.2",
                eventSource = "aws:s3",
                awsRegion = region.Value,
                eventTime = Text(time.GetUtcNow()),
                eventName = name,
                userIdentity = new { principalId = "s3.amazonaws.com" },
                requestParameters = new { sourceIPAddress = "s3.amazonaws.com" },
                responseElements = new Dictionary<string, string>
                {
                    ["x-amz-request-id"] = ids.RequestId,
                    ["x-amz-id-2"] = ids.HostId,
                },
                s3 = new
                {
                    s3SchemaVersion = "1.0",
                    configurationId = task.Rule,
                    bucket = new { name = version.Bucket.Value, ownerIdentity = new { principalId = owner }, arn = version.Bucket.Arn },
                    @object = new
                    {
                        key = Uri.EscapeDataString(version.Key).Replace("%20", "+", StringComparison.Ordinal),
                        size = version.Size,
                        eTag = version.ETag,
                        versionId = version.VersionId,
                        sequencer = version.Rank.ToString("X16", CultureInfo.InvariantCulture),
                    },
                },
                replicationEventData = new
                {
                    replicationRuleId = task.Rule,
                    destinationBucket = task.Destination.Arn,
                    s3Operation = task.Change switch
                    {
                        ObjectChangeKind.DeleteMarker => "OBJECT_DELETE_MARKER",
                        ObjectChangeKind.Metadata => "OBJECT_PUT_TAGGING",
                        ObjectChangeKind.Version => "OBJECT_PUT",
                        _ => throw new System.Diagnostics.UnreachableException(),
                    },
                    requestTime = Text(task.Since),
                    failureReason = failure,
                },
            },
            s_json);
    }

    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
