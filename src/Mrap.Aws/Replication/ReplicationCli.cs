using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;

namespace Mrap.Aws.Replication;

/// <summary>The AWS CLI commands that do what the console does about replication.</summary>
internal static class ReplicationCli
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts a configuration, or deletes the one there is.</summary>
    public static string Put(MemberBucket member, ReplicationConfiguration configuration) =>
        configuration == ReplicationConfiguration.None
            ? $"aws s3api delete-bucket-replication --bucket {member.Bucket} --region {member.Region}"
            : $"aws s3api put-bucket-replication --bucket {member.Bucket} --region {member.Region} --replication-configuration "
                + AwsCli.Quote(Json(configuration));

    /// <summary>Reads configurations.</summary>
    public static string Get(IEnumerable<MemberBucket> members) => string.Join(
        '\n', members.Select(member => $"aws s3api get-bucket-replication --bucket {member.Bucket} --region {member.Region}"));

    /// <summary>Creates the role.</summary>
    public static string CreateRole(ReplicationRoleDocuments role) =>
        $"aws iam create-role --role-name {role.Name} --path {role.Path} --assume-role-policy-document {AwsCli.Quote(role.Trust)}";

    /// <summary>Puts the policy of the role.</summary>
    public static string PutRolePolicy(ReplicationRoleDocuments role) =>
        $"aws iam put-role-policy --role-name {role.Name} --policy-name {ReplicationRole.PolicyName} --policy-document "
            + AwsCli.Quote(role.Permissions);

    /// <summary>A configuration as the option of the command takes it, in one line.</summary>
    public static string Json(ReplicationConfiguration configuration) => new JsonObject
    {
        ["Role"] = configuration.Role,
        ["Rules"] = new JsonArray([.. configuration.Rules.Select(Rule)]),
    }.ToJsonString(s_plain);

    private static JsonObject Rule(ReplicationRule rule)
    {
        var selection = Object(
            ("SseKmsEncryptedObjects", Status(rule.KmsEncryptedObjects)), ("ReplicaModifications", Status(rule.ReplicaModifications)));
        return Object(
            ("ID", rule.Id),
            ("Priority", rule.Priority),
            ("Prefix", (rule.Filter as ReplicationFilter.Legacy)?.Text),
            ("Filter", Filter(rule.Filter)),
            ("Status", rule.Status?.ToWire()),
            ("SourceSelectionCriteria", selection.Count == 0 ? null : selection),
            ("DeleteMarkerReplication", Status(rule.DeleteMarkers)),
            ("Destination", rule.Destination is { } destination ? Destination(destination) : null));
    }

    private static JsonObject? Filter(ReplicationFilter? filter) => filter switch
    {
        ReplicationFilter.Everything => [],
        ReplicationFilter.Prefix prefix => Object(("Prefix", prefix.Text)),
        ReplicationFilter.Tag tag => Object(("Tag", Tag(tag.Wanted))),
        ReplicationFilter.And and => Object(
            ("And", Object(("Prefix", and.Text), ("Tags", new JsonArray([.. and.Tags.Select(Tag)]))))),
        _ => null,
    };

    private static JsonObject Tag(ReplicationTag tag) => Object(("Key", tag.Key), ("Value", tag.Value));

    private static JsonObject Destination(ReplicationDestination destination) => Object(
        ("Bucket", destination.BucketArn),
        ("Account", destination.Account),
        ("StorageClass", destination.StorageClass),
        ("AccessControlTranslation", destination.Owner is null ? null : Object(("Owner", destination.Owner))),
        ("EncryptionConfiguration",
            destination.ReplicaKmsKeyId is null ? null : Object(("ReplicaKmsKeyID", destination.ReplicaKmsKeyId))),
        ("ReplicationTime", destination.Time is { } time
            ? Object(("Status", time.Status?.ToWire()), ("Time", Object(("Minutes", time.Minutes))))
            : null),
        ("Metrics", destination.Metrics is { } metrics
            ? Object(
                ("Status", metrics.Status?.ToWire()),
                ("EventThreshold", metrics.ThresholdMinutes is null ? null : Object(("Minutes", metrics.ThresholdMinutes))))
            : null));

    private static JsonObject? Status(RuleStatus? status) => status is null ? null : Object(("Status", status.Value.ToWire()));

    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                made[name] = value;
            }
        }

        return made;
    }
}
