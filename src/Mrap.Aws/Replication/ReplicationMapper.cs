using Mrap.Core.Replication;
using S3 = Amazon.S3;
using Wire = Amazon.S3.Model;

namespace Mrap.Aws.Replication;

/// <summary>Turns replication configurations of the SDK into those of the core, and back.</summary>
internal static class ReplicationMapper
{
    /// <summary>Reads a configuration.</summary>
    public static ReplicationConfiguration Read(Wire.ReplicationConfiguration? configuration) => configuration is null
        ? ReplicationConfiguration.None
        : new ReplicationConfiguration(configuration.Role, [.. (configuration.Rules ?? []).Select(Read)]);

    /// <summary>Writes a configuration.</summary>
    public static Wire.ReplicationConfiguration Write(ReplicationConfiguration configuration) => new()
    {
        Role = configuration.Role,
        Rules = [.. configuration.Rules.Select(Write)],
    };

    private static ReplicationRule Read(Wire.ReplicationRule rule) => new(
        rule.Id, ReadFilter(rule), Status(rule.Status?.Value), rule.Destination is { } destination ? Read(destination) : null)
    {
        Priority = rule.Priority,
        DeleteMarkers = Status(rule.DeleteMarkerReplication?.Status?.Value),
        ReplicaModifications = Status(rule.SourceSelectionCriteria?.ReplicaModifications?.Status?.Value),
        KmsEncryptedObjects =
            Status(rule.SourceSelectionCriteria?.SseKmsEncryptedObjects?.SseKmsEncryptedObjectsStatus?.Value),
        ExistingObjects = Status(rule.ExistingObjectReplication?.Status?.Value),
    };

    private static ReplicationFilter? ReadFilter(Wire.ReplicationRule rule) => rule.Filter switch
    {
        { And: { } and } => new ReplicationFilter.And(and.Prefix, [.. (and.Tags ?? []).Select(Read)]),
        { Tag: { } tag } => new ReplicationFilter.Tag(Read(tag)),
        { Prefix: { } prefix } => new ReplicationFilter.Prefix(prefix),
        not null => new ReplicationFilter.Everything(),
        null => LegacyPrefix(rule) is { } prefix ? new ReplicationFilter.Legacy(prefix) : null,
    };

    private static ReplicationTag Read(Wire.Tag tag) => new(tag.Key ?? string.Empty, tag.Value ?? string.Empty);

    private static ReplicationDestination Read(Wire.ReplicationDestination destination) => new(destination.BucketArn)
    {
        Account = destination.AccountId,
        StorageClass = destination.StorageClass?.Value,
        Owner = destination.AccessControlTranslation?.Owner?.Value,
        ReplicaKmsKeyId = destination.EncryptionConfiguration is { } encryption ? encryption.ReplicaKmsKeyID ?? string.Empty : null,
        Time = destination.ReplicationTime is { } time
            ? new ReplicationTimeControl(Status(time.Status?.Value), time.Time?.Minutes)
            : null,
        Metrics = destination.Metrics is { } metrics
            ? new ReplicationMetricsOption(Status(metrics.Status?.Value), metrics.EventThreshold?.Minutes)
            : null,
    };

    private static RuleStatus? Status(string? text) => RuleStatusText.Read(text);

    private static Wire.ReplicationRule Write(ReplicationRule rule)
    {
        var written = new Wire.ReplicationRule
        {
            Id = rule.Id,
            Priority = rule.Priority,
            Status = S3.ReplicationRuleStatus.FindValue(Text(rule.Status)),
            Filter = WriteFilter(rule.Filter),
            Destination = Write(rule.Destination ?? new ReplicationDestination(BucketArn: null)),
        };
        if (rule.Filter is ReplicationFilter.Legacy legacy)
        {
            WriteLegacyPrefix(written, legacy.Text);
        }

        if (rule.DeleteMarkers is { } markers)
        {
            written.DeleteMarkerReplication = new Wire.DeleteMarkerReplication { Status = Text(markers) };
        }

        if (rule.ReplicaModifications is not null || rule.KmsEncryptedObjects is not null)
        {
            written.SourceSelectionCriteria = WriteSelection(rule);
        }

        return written;
    }

    private static Wire.SourceSelectionCriteria WriteSelection(ReplicationRule rule) => new()
    {
        ReplicaModifications = rule.ReplicaModifications is { } modifications
            ? new Wire.ReplicaModifications { Status = Text(modifications) }
            : null,
        SseKmsEncryptedObjects = rule.KmsEncryptedObjects is { } encrypted
            ? new Wire.SseKmsEncryptedObjects { SseKmsEncryptedObjectsStatus = Text(encrypted) }
            : null,
    };

    private static Wire.ReplicationRuleFilter? WriteFilter(ReplicationFilter? filter) => filter switch
    {
        null or ReplicationFilter.Legacy => null,
        ReplicationFilter.Everything => new Wire.ReplicationRuleFilter(),
        ReplicationFilter.Prefix prefix => new Wire.ReplicationRuleFilter { Prefix = prefix.Text },
        ReplicationFilter.Tag tag => new Wire.ReplicationRuleFilter { Tag = Write(tag.Wanted) },
        ReplicationFilter.And and => new Wire.ReplicationRuleFilter
        {
            And = new Wire.ReplicationRuleAndOperator { Prefix = and.Text, Tags = [.. and.Tags.Select(Write)] },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static Wire.Tag Write(ReplicationTag tag) => new() { Key = tag.Key, Value = tag.Value };

    private static Wire.ReplicationDestination Write(ReplicationDestination destination) => new()
    {
        BucketArn = destination.BucketArn,
        AccountId = destination.Account,
        StorageClass = destination.StorageClass is { } storageClass ? S3.S3StorageClass.FindValue(storageClass) : null,
        AccessControlTranslation = destination.Owner is { } owner ? new Wire.AccessControlTranslation { Owner = owner } : null,
        EncryptionConfiguration = destination.ReplicaKmsKeyId is { } key
            ? new Wire.EncryptionConfiguration { ReplicaKmsKeyID = key }
            : null,
        ReplicationTime = destination.Time is { } time
            ? new Wire.ReplicationTime { Status = Text(time.Status), Time = new Wire.ReplicationTimeValue { Minutes = time.Minutes } }
            : null,
        Metrics = destination.Metrics is { } metrics
            ? new Wire.Metrics
            {
                Status = Text(metrics.Status),
                EventThreshold = metrics.ThresholdMinutes is { } minutes ? new Wire.ReplicationTimeValue { Minutes = minutes } : null,
            }
            : null,
    };

    private static string? Text(RuleStatus? status) => status?.ToWire();

#pragma warning disable CS0618 // the SDK marks the first version of the schema as outdated, and buckets still have it
    private static string? LegacyPrefix(Wire.ReplicationRule rule) => rule.Prefix;

    private static void WriteLegacyPrefix(Wire.ReplicationRule rule, string prefix) => rule.Prefix = prefix;
#pragma warning restore CS0618
}
