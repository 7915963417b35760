using System.Collections.Frozen;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;

namespace Mrap.Core.Replication;

/// <summary>What S3 checks in the destination of a rule.</summary>
internal static class DestinationChecks
{
    // Amazon S3 API Reference, "Destination": the classes that a replica can have
    private static readonly FrozenSet<string> s_classes = FrozenSet.Create(
        StringComparer.Ordinal,
        "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS",
        "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS");

    /// <summary>Whether the schema refuses it.</summary>
    public static bool IsMalformed(ReplicationDestination destination) =>
        destination is { Owner: not (null or ReplicationDestination.DestinationOwner) }
            or { Time: { Status: null } or { Minutes: null } }
            or { Metrics.Status: null }
        || (destination.StorageClass is { } storageClass && !s_classes.Contains(storageClass));

    /// <summary>The broken rules, in the order in which S3 finds them.</summary>
    public static IEnumerable<ReplicationFinding> Of(ReplicationRule rule, BucketName source)
    {
        var destination = rule.Destination!;
        if (BucketFault(destination, source) is { } bucket)
        {
            yield return bucket;
        }

        if (destination is { ChangesOwner: true, Account: null or "" })
        {
            yield return new(ReplicationFaults.OwnerWithoutAccount());
        }

        if (KeyFault(rule, destination) is { } key)
        {
            yield return key;
        }

        if (TimeFault(destination) is { } time)
        {
            yield return time;
        }
    }

    private static ReplicationFinding? BucketFault(ReplicationDestination destination, BucketName source)
    {
        if (destination.Bucket is { } bucket)
        {
            return bucket == source ? new(ReplicationFaults.DestinationIsSource()) : null;
        }

        // an access point of any kind has a Region or an account in its ARN
        var isBucketArn = Arn.Parse(destination.BucketArn).TryGet(out var arn)
            && arn is { Partition: "aws", Service: "s3", Region: "", Account: "" };
        return new(
            ReplicationFaults.Argument(isBucketArn ? "The specified bucket is not valid." : "Invalid bucket ARN"), null, "Bucket",
            destination.BucketArn);
    }

    private static ReplicationFinding? KeyFault(ReplicationRule rule, ReplicationDestination destination)
    {
        if (destination.ReplicaKmsKeyId is not { Length: > 0 } key)
        {
            return rule.KmsEncryptedObjects is not null
                ? new(ReplicationFaults.SelectionWithoutKey())
                : destination.ReplicaKmsKeyId is null ? null : new(ReplicationFaults.KeyWithoutSelection());
        }

        if (rule.KmsEncryptedObjects is null)
        {
            return new(ReplicationFaults.KeyWithoutSelection());
        }

        var isKey = Arn.Parse(key).TryGet(out var arn) && arn is { Service: "kms", Region: not "" }
            && (arn.Resource.StartsWith("key/", StringComparison.Ordinal) || arn.Resource.StartsWith("alias/", StringComparison.Ordinal));
        return isKey ? null : new(ReplicationFaults.Argument("Invalid ReplicaKmsKeyID ARN."), null, "ReplicaKmsKeyID", key);
    }

    private static ReplicationFinding? TimeFault(ReplicationDestination destination) => destination switch
    {
        { Time: not null, Metrics: null } or { Time.Status: RuleStatus.Enabled, Metrics.Status: RuleStatus.Disabled } =>
            new(ReplicationFaults.TimeWithoutMetrics()),
        { Time.Minutes: not ReplicationTimeControl.ValidMinutes } => Argument("ReplicationTime", "Invalid time minute value"),
        { Time.Status: RuleStatus.Enabled, Metrics.ThresholdMinutes: null } =>
            Argument("ReplicationMetrics", "ReplicationMetrics must contain an event threshold"),
        { Time.Status: RuleStatus.Enabled, Metrics.ThresholdMinutes: not ReplicationTimeControl.ValidMinutes } =>
            Argument("ReplicationMetrics", "Invalid event threshold minute value"),
        { Time: null or { Status: RuleStatus.Disabled }, Metrics.ThresholdMinutes: not null } => Argument(
            "Metrics", "Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled"),
        _ => null,
    };

    private static ReplicationFinding Argument(string name, string message) => new(ReplicationFaults.Argument(message), null, name);
}
