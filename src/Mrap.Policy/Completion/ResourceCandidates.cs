using Mrap.Policy.Model;

namespace Mrap.Policy.Completion;

/// <summary>ARNs that fit a Resource element.</summary>
internal static class ResourceCandidates
{
    /// <summary>
    /// What the policy is attached to first; buckets' ARNs are no use in the policy of an access point and the other way round.
    /// </summary>
    public static IEnumerable<Candidate> For(PolicyKind kind, CompletionContext context)
    {
        var isAccessPoint = kind == PolicyKind.AccessPoint;
        var isBucket = kind == PolicyKind.Bucket;
        if (context.AccessPointArn is { } own && !isBucket)
        {
            yield return Resource($"{own}/object/*", "objects of this access point", "For actions on objects, such as s3:GetObject.");
            yield return Resource(own, "this access point", "For actions on the access point itself, such as s3:ListBucket.");
        }

        if (isAccessPoint)
        {
            yield break;
        }

        var buckets = context.Bucket is { } bucket ? context.Buckets.Remove(bucket).Insert(0, bucket) : context.Buckets;
        foreach (var name in isBucket && context.Bucket is { } only ? [only] : buckets)
        {
            yield return Resource(
                $"arn:{context.Partition}:s3:::{name}/*", "objects of the bucket", "For actions on objects, such as s3:GetObject.");
            yield return Resource($"arn:{context.Partition}:s3:::{name}", "bucket", "For actions on the bucket, such as s3:ListBucket.");
        }

        if (isBucket)
        {
            yield break;
        }

        foreach (var point in context.AccessPoints.Where(point => point.Arn != context.AccessPointArn))
        {
            yield return Resource($"{point.Arn}/object/*", $"objects of {point.Name}", "For actions on objects, such as s3:GetObject.");
            yield return Resource(
                point.Arn, $"access point {point.Name}", "For actions on the access point itself, such as s3:ListBucket.");
        }

        yield return Resource("*", "every resource", "The only resource of actions that work on none, such as s3:ListAllMyBuckets.");
    }

    private static Candidate Resource(string arn, string detail, string documentation) =>
        new(arn, CompletionKind.Resource, detail, documentation);
}
