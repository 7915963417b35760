using Mrap.Core.AccessPoints;
using Mrap.Policy.Arns;

namespace Mrap.Core.Replication;

/// <summary>Where a rule replicates to, as it was sent (Amazon S3 API Reference, "Destination").</summary>
/// <param name="BucketArn">The ARN of the bucket; null when it is absent.</param>
public sealed record ReplicationDestination(string? BucketArn)
{
    /// <summary>The owner of a destination that takes the replicas over.</summary>
    public const string DestinationOwner = "Destination";

    /// <summary>The account of the bucket; null when it is absent.</summary>
    public string? Account { get; init; }

    /// <summary>The storage class of the replicas; null for the class of the object.</summary>
    public string? StorageClass { get; init; }

    /// <summary>
    /// The <c>Owner</c> of the <c>AccessControlTranslation</c>: null without one, and nothing but <see cref="DestinationOwner"/> is valid.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>
    /// The key of the <c>EncryptionConfiguration</c> that encrypts replicas: null without such a configuration, empty when it has no key.
    /// </summary>
    public string? ReplicaKmsKeyId { get; init; }

    /// <summary>Replication time control; null when it is absent.</summary>
    public ReplicationTimeControl? Time { get; init; }

    /// <summary>Metrics and events; null when they are absent.</summary>
    public ReplicationMetricsOption? Metrics { get; init; }

    /// <summary>The bucket; null when the ARN is not that of a bucket.</summary>
    public BucketName? Bucket => ReadBucket(BucketArn);

    /// <summary>Whether replicas come into the possession of the destination's owner.</summary>
    public bool ChangesOwner => Owner == DestinationOwner;

    /// <summary>The destination that is a bucket, without any option.</summary>
    public static ReplicationDestination Of(BucketName bucket) => new(bucket.Arn);

    private static BucketName? ReadBucket(string? arn) =>
        Arn.Parse(arn).TryGet(out var read) && read is { Partition: "aws", Service: "s3", Region: "", Account: "" }
            && BucketName.Parse(read.Resource.ToString()).TryGet(out var bucket)
            ? bucket
            : null;
}
