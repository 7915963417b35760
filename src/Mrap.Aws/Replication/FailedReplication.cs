using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Replication;

/// <summary>An object that was not replicated.</summary>
/// <param name="At">When that was told.</param>
/// <param name="Bucket">The bucket that has the object.</param>
/// <param name="Key">The key of the object.</param>
/// <param name="RuleId">The identifier of the rule.</param>
/// <param name="Destination">The bucket that has not got it.</param>
/// <param name="Reason">The name that S3 gives the reason, such as <c>DstPutObjectNotPermitted</c>.</param>
public sealed record FailedReplication(
    DateTimeOffset At, BucketName Bucket, string Key, string RuleId, BucketName Destination, string Reason);
