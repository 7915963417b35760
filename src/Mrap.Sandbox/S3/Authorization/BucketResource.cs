using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Patterns;

namespace Mrap.Sandbox.S3.Authorization;

/// <summary>Reads the resources of a bucket policy.</summary>
internal static class BucketResource
{
    /// <summary>Whether a resource is a bucket, or objects in it, by name or by pattern.</summary>
    public static bool IsOf(string resource, BucketName bucket) => Rest(resource) is { } rest && Covers(BucketPart(rest), bucket);

    /// <summary>Whether a resource is the bucket itself.</summary>
    public static bool CoversBucket(string resource, BucketName bucket) =>
        Rest(resource) is { } rest && !rest.Contains('/', StringComparison.Ordinal) && Covers(rest, bucket);

    /// <summary>Whether a resource can be an object: it goes on behind the bucket's name, or a wildcard of it does.</summary>
    public static bool CoversObjects(string resource) =>
        Rest(resource) is { } rest && (rest.Contains('/', StringComparison.Ordinal) || rest.Contains('*', StringComparison.Ordinal));

    private static bool Covers(ReadOnlySpan<char> pattern, BucketName bucket) => Wildcards.Match(pattern, bucket.Value);

    private static ReadOnlySpan<char> BucketPart(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rest : rest.AsSpan(0, slash);
    }

    // what stands behind the colons of an ARN without Region and account
    private static string? Rest(string resource) =>
        Arn.Parse(resource).TryGet(out var arn) && arn is { Partition: "aws" or "*", Service: "s3", Region: "", Account: "" }
            ? arn.Resource.ToString()
            : null;
}
