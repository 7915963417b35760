using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Policy.Editing;

namespace Mrap.Core.Replication.Planning;

/// <summary>
/// The documents of the role that S3 assumes to replicate (Amazon S3 User Guide, "Setting up permissions for live replication"). One role
/// serves all buckets: it may do what any of them needs.
/// </summary>
public static class ReplicationRole
{
    /// <summary>The path of roles that the console makes, as the one of AWS does.</summary>
    public const string Path = "/service-role/";

    /// <summary>The name of the role's own policy.</summary>
    public const string PolicyName = "s3-replication";

    private const int MaxNameLength = 64;

    private static readonly ImmutableArray<string> s_readBucket = ["s3:GetReplicationConfiguration", "s3:ListBucket"];

    private static readonly ImmutableArray<string> s_readObjects =
        ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"];

    private static readonly ImmutableArray<string> s_readLocks = ["s3:GetObjectRetention", "s3:GetObjectLegalHold"];

    private static readonly ImmutableArray<string> s_replicate = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"];

    /// <summary>The name of the role for an access point.</summary>
    public static string NameFor(AccessPointName accessPoint)
    {
        var name = $"s3-replication-{accessPoint}";
        return name.Length <= MaxNameLength ? name : name[..MaxNameLength];
    }

    /// <summary>The ARN of a role of the console.</summary>
    /// <param name="account">The account of the role.</param>
    /// <param name="name">The name of the role.</param>
    public static string ArnOf(AccountId account, string name) => $"arn:aws:iam::{account}:role{Path}{name}";

    /// <summary>Who may assume the role: S3, and S3 Batch Operations, which replicates objects that exist.</summary>
    public static string Trust { get; } = PolicyTextEdits.Of(
        """
        {
          "Effect": "Allow",
          "Principal": { "Service": ["s3.amazonaws.com", "batchoperations.s3.amazonaws.com"] },
          "Action": "sts:AssumeRole"
        }
        """);

    /// <summary>What the role may do.</summary>
    /// <param name="sources">The buckets that have rules, with all of their rules; those without rules need nothing.</param>
    /// <param name="regionOf">The Region of a destination; null when it is not known.</param>
    public static string Permissions(IEnumerable<ReplicationSource> sources, Func<BucketName, RegionId?> regionOf)
    {
        var all = sources.Where(source => !source.Configuration.Rules.IsEmpty).OrderBy(source => source.Member.Bucket).ToList();
        var rules = all.SelectMany(source => source.Configuration.Rules).Where(rule => rule.Destination?.Bucket is not null).ToList();
        var locked = all.Where(source => source.HasObjectLock).ToList();
        return PolicyTextEdits.Of(
        [
            .. Statement("ReadSourceBuckets", s_readBucket, all.Select(source => source.Member.Bucket.Arn)),
            .. Statement("ReadSourceObjects", s_readObjects, all.Select(ObjectsOf)),
            .. Statement("ReadSourceLocks", s_readLocks, locked.Select(ObjectsOf)),
            .. Statement("WriteReplicas", s_replicate, rules.Select(ObjectsOf)),
            .. Statement(
                "HandReplicasOver", ["s3:ObjectOwnerOverrideToBucketOwner"],
                rules.Where(rule => rule.Destination!.ChangesOwner).Select(ObjectsOf)),
            .. all.Where(source => source.Configuration.Rules.Any(rule => rule.KmsEncryptedObjects.IsOn())).Select(Decrypt),
            .. Encrypt(rules, regionOf),
        ]);
    }

    private static string ObjectsOf(ReplicationSource source) => $"{source.Member.Bucket.Arn}/*";

    private static string ObjectsOf(ReplicationRule rule) => $"{rule.Destination!.Bucket!.Value.Arn}/*";

    private static IEnumerable<string> Statement(string sid, ImmutableArray<string> actions, IEnumerable<string> resources)
    {
        var list = resources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return list.Count == 0
            ? []
            : [$$"""{ "Sid": "{{sid}}", "Effect": "Allow", "Action": [{{Quoted(actions)}}], "Resource": [{{Quoted(list)}}] }"""];
    }

    // which keys the objects have is not known before they are written: those of the bucket's account and Region, for its objects alone
    private static string Decrypt(ReplicationSource source) =>
        $$"""
        {
          "Effect": "Allow",
          "Action": "kms:Decrypt",
          "Resource": "arn:aws:kms:{{source.Member.Region}}:{{source.Member.BucketAccount}}:key/*",
          "Condition": {
            "StringLike": {
              "kms:ViaService": "s3.{{source.Member.Region}}.amazonaws.com",
              "kms:EncryptionContext:aws:s3:arn": ["{{source.Member.Bucket.Arn}}", "{{source.Member.Bucket.Arn}}/*"]
            }
          }
        }
        """;

    private static IEnumerable<string> Encrypt(List<ReplicationRule> rules, Func<BucketName, RegionId?> regionOf) =>
        rules.Where(rule => rule.Destination!.ReplicaKmsKeyId is { Length: > 0 })
            .Select(rule => (Bucket: rule.Destination!.Bucket!.Value, Key: rule.Destination.ReplicaKmsKeyId!))
            .Distinct().Order()
            .Select(target =>
                $$"""
                {
                  "Effect": "Allow",
                  "Action": "kms:Encrypt",
                  "Resource": {{PolicyTextEdits.Quote(target.Key)}},
                  "Condition": {
                    "StringLike": {
                      "kms:ViaService": "s3.{{regionOf(target.Bucket)?.Value ?? "*"}}.amazonaws.com",
                      "kms:EncryptionContext:aws:s3:arn": ["{{target.Bucket.Arn}}", "{{target.Bucket.Arn}}/*"]
                    }
                  }
                }
                """);

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(PolicyTextEdits.Quote));
}
