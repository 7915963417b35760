using System.Globalization;
using System.Xml.Linq;

namespace Mrap.Core.Replication;

/// <summary>
/// The XML of a replication configuration, to read and to compare (Amazon S3 User Guide, "Replication configuration file elements").
/// </summary>
public static class ReplicationXml
{
    private static readonly XNamespace s_s3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>Writes a configuration as it was sent.</summary>
    /// <returns>The document, indented by two spaces, one element a line; empty for one that replicates nothing.</returns>
    public static string Write(ReplicationConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration == ReplicationConfiguration.None
            ? string.Empty
            : new XElement(
                s_s3 + "ReplicationConfiguration", Text("Role", configuration.Role), configuration.Rules.Select(Rule))
                .ToString().ReplaceLineEndings("\n");
    }

    private static XElement Rule(ReplicationRule rule) => new(
        s_s3 + "Rule",
        Text("ID", rule.Id),
        Number("Priority", rule.Priority),
        Filter(rule.Filter),
        Text("Status", rule.Status?.ToWire()),
        rule.KmsEncryptedObjects is null && rule.ReplicaModifications is null
            ? null
            : new XElement(
                s_s3 + "SourceSelectionCriteria",
                Status("SseKmsEncryptedObjects", rule.KmsEncryptedObjects),
                Status("ReplicaModifications", rule.ReplicaModifications)),
        Status("ExistingObjectReplication", rule.ExistingObjects),
        Status("DeleteMarkerReplication", rule.DeleteMarkers),
        rule.Destination is { } destination ? Destination(destination) : null);

    private static XElement? Filter(ReplicationFilter? filter) => filter switch
    {
        null => null,
        ReplicationFilter.Legacy legacy => Text("Prefix", legacy.Text),
        ReplicationFilter.Everything => new XElement(s_s3 + "Filter"),
        ReplicationFilter.Prefix prefix => new XElement(s_s3 + "Filter", Text("Prefix", prefix.Text)),
        ReplicationFilter.Tag tag => new XElement(s_s3 + "Filter", Tag(tag.Wanted)),
        ReplicationFilter.And and => new XElement(
            s_s3 + "Filter", new XElement(s_s3 + "And", Text("Prefix", and.Text), and.Tags.Select(Tag))),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static XElement Tag(ReplicationTag tag) => new(s_s3 + "Tag", Text("Key", tag.Key), Text("Value", tag.Value));

    private static XElement Destination(ReplicationDestination destination) => new(
        s_s3 + "Destination",
        Text("Bucket", destination.BucketArn),
        Text("Account", destination.Account),
        Text("StorageClass", destination.StorageClass),
        destination.Owner is null ? null : new XElement(s_s3 + "AccessControlTranslation", Text("Owner", destination.Owner)),
        destination.ReplicaKmsKeyId is null
            ? null
            : new XElement(s_s3 + "EncryptionConfiguration", Text("ReplicaKmsKeyID", destination.ReplicaKmsKeyId)),
        destination.Time is { } time
            ? new XElement(s_s3 + "ReplicationTime", Text("Status", time.Status?.ToWire()), Minutes("Time", time.Minutes))
            : null,
        destination.Metrics is { } metrics
            ? new XElement(
                s_s3 + "Metrics", Text("Status", metrics.Status?.ToWire()), Minutes("EventThreshold", metrics.ThresholdMinutes))
            : null);

    private static XElement? Minutes(string name, int? minutes) =>
        minutes is null ? null : new XElement(s_s3 + name, Number("Minutes", minutes));

    private static XElement? Status(string name, RuleStatus? status) =>
        status is null ? null : new XElement(s_s3 + name, Text("Status", status.Value.ToWire()));

    private static XElement? Number(string name, int? number) => Text(name, number?.ToString(CultureInfo.InvariantCulture));

    private static XElement? Text(string name, string? text) => text is null ? null : new XElement(s_s3 + name, text);
}
