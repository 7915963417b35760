using Mrap.Policy.Arns;

namespace Mrap.Core.Simulation;

/// <summary>ARNs of buckets and objects whose names may be half typed.</summary>
public static class BucketArn
{
    private const string Prefix = "arn:aws:s3:::";

    /// <summary>The ARN of a bucket.</summary>
    public static string Of(string bucket) => Prefix + bucket;

    /// <summary>
    /// The bucket and the key in an ARN; the key is empty for the bucket itself. Null when it is none of a bucket or an object.
    /// </summary>
    public static (string Bucket, string Key)? Read(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        if (!Arn.Parse(arn).TryGet(out var read) || read is not { Partition: "aws", Service: "s3", Region: "", Account: "" })
        {
            return null;
        }

        var name = read.Resource.ToString();
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (name, string.Empty) : (name[..slash], name[(slash + 1)..]);
    }
}
