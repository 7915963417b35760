using Mrap.Core.AccessPoints;
using Mrap.Policy.Editing;
using Mrap.Policy.Model;

namespace Mrap.Core.Replication.Planning;

/// <summary>
/// What a bucket of another account must permit to be replicated to (Amazon S3 User Guide, "Granting permissions when the source and
/// destination buckets are owned by different AWS accounts").
/// </summary>
public static class DestinationPolicy
{
    /// <summary>The statement for objects.</summary>
    /// <param name="bucket">The destination.</param>
    /// <param name="role">The ARN of the role.</param>
    /// <param name="changesOwner">Whether replicas come into the possession of the destination's owner.</param>
    /// <returns>A JSON object.</returns>
    public static string Objects(BucketName bucket, string role, bool changesOwner) =>
        $$"""
        {
          "Sid": "ReplicateObjects",
          "Effect": "Allow",
          "Principal": { "AWS": {{PolicyTextEdits.Quote(role)}} },
          "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"{{Owner(changesOwner)}}],
          "Resource": "{{bucket.Arn}}/*"
        }
        """;

    /// <summary>The statement for the bucket.</summary>
    /// <param name="bucket">The destination.</param>
    /// <param name="role">The ARN of the role.</param>
    /// <returns>A JSON object.</returns>
    public static string Bucket(BucketName bucket, string role) =>
        $$"""
        {
          "Sid": "ReplicateToBucket",
          "Effect": "Allow",
          "Principal": { "AWS": {{PolicyTextEdits.Quote(role)}} },
          "Action": ["s3:List*", "s3:GetBucketVersioning", "s3:PutBucketVersioning"],
          "Resource": "{{bucket.Arn}}"
        }
        """;

    /// <summary>The policy of the destination with both statements, unless it has them already.</summary>
    /// <param name="policy">Its policy; null for none.</param>
    /// <param name="bucket">The destination.</param>
    /// <param name="role">The ARN of the role.</param>
    /// <param name="changesOwner">Whether replicas come into the possession of the destination's owner.</param>
    /// <returns>The JSON text, <paramref name="policy"/> itself when nothing is missing; null when it is no policy.</returns>
    public static string? Add(string? policy, BucketName bucket, string role, bool changesOwner)
    {
        foreach (var statement in (string[])[Objects(bucket, role, changesOwner), Bucket(bucket, role)])
        {
            if (Has(policy, statement))
            {
                continue;
            }

            policy = PolicyTextEdits.AddStatement(policy, statement);
            if (policy is null)
            {
                return null;
            }
        }

        return policy;
    }

    private static string Owner(bool changesOwner) => changesOwner ? ", \"s3:ObjectOwnerOverrideToBucketOwner\"" : string.Empty;

    private static bool Has(string? policy, string statement)
    {
        if (
            policy is null || !PolicyDocument.Parse(policy).TryGet(out var document)
                || !PolicyDocument.Parse(PolicyTextEdits.Of(statement)).TryGet(out var wanted))
        {
            return false;
        }

        var text = wanted.Print(indented: false);
        return document.Statements.Any(found => (wanted with { Statements = [found] }).Print(indented: false) == text);
    }
}
