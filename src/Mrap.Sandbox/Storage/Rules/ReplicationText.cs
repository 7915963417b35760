using System.Globalization;
using System.Xml.Linq;
using Mrap.Core.Replication;

namespace Mrap.Sandbox.Storage.Rules;

/// <summary>Writes <c>ReplicationConfiguration</c> documents, as they are kept and answered: without a namespace.</summary>
internal static class ReplicationText
{
    /// <summary>Writes a configuration that has no broken rules, in the order of the API Reference.</summary>
    public static XElement Write(ReplicationConfiguration configuration) => new(
        ReplicationDocument.Root, new XElement("Role", configuration.Role), configuration.Rules.Select(WriteRule));

    private static XElement WriteRule(ReplicationRule rule) => new(
        "Rule",
        new XElement("ID", rule.Id),
        rule.Priority is { } priority ? Number("Priority", priority) : null,
        WriteFilter(rule.Filter),
        Status(rule.Status),
        rule.KmsEncryptedObjects is null && rule.ReplicaModifications is null
            ? null
            : new XElement(
                "SourceSelectionCriteria",
                Option("SseKmsEncryptedObjects", rule.KmsEncryptedObjects),
                Option("ReplicaModifications", rule.ReplicaModifications)),
        rule.Destination is { } destination ? WriteDestination(destination) : null,
        Option("DeleteMarkerReplication", rule.DeleteMarkers));

    private static XElement? WriteFilter(ReplicationFilter? filter) => filter switch
    {
        null => null,
        ReplicationFilter.Legacy legacy => new XElement("Prefix", legacy.Text),
        ReplicationFilter.Everything => new XElement("Filter"),
        ReplicationFilter.Prefix prefix => new XElement("Filter", new XElement("Prefix", prefix.Text)),
        ReplicationFilter.Tag tag => new XElement("Filter", WriteTag(tag.Wanted)),
        ReplicationFilter.And and => new XElement(
            "Filter", new XElement("And", and.Text is null ? null : new XElement("Prefix", and.Text), and.Tags.Select(WriteTag))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static XElement WriteDestination(ReplicationDestination destination) => new(
        "Destination",
        new XElement("Bucket", destination.BucketArn),
        destination.Account is { } account ? new XElement("Account", account) : null,
        destination.StorageClass is { } storage ? new XElement("StorageClass", storage) : null,
        destination.Owner is { } owner ? new XElement("AccessControlTranslation", new XElement("Owner", owner)) : null,
        destination.ReplicaKmsKeyId is { } key
            ? new XElement("EncryptionConfiguration", key.Length > 0 ? new XElement("ReplicaKmsKeyID", key) : null)
            : null,
        destination.Time is { } time
            ? new XElement("ReplicationTime", Status(time.Status), Minutes("Time", time.Minutes))
            : null,
        destination.Metrics is { } metrics
            ? new XElement("Metrics", Status(metrics.Status), Minutes("EventThreshold", metrics.ThresholdMinutes))
            : null);

    private static XElement WriteTag(ReplicationTag tag) => new("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value));

    private static XElement? Option(string name, RuleStatus? status) => status is null ? null : new XElement(name, Status(status));

    private static XElement? Status(RuleStatus? status) => status is { } known ? new XElement("Status", known.ToWire()) : null;

    private static XElement? Minutes(string name, int? minutes) =>
        minutes is { } known ? new XElement(name, Number("Minutes", known)) : null;

    private static XElement Number(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
