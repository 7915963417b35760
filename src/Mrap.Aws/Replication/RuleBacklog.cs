using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Replication;

/// <summary>What waits for a rule, and what failed.</summary>
/// <param name="Bucket">The bucket that has the rule.</param>
/// <param name="RuleId">The identifier of the rule.</param>
/// <param name="Destination">The bucket it leads to.</param>
/// <param name="Pending">How many operations wait.</param>
/// <param name="Oldest">Since when the oldest waits; null when nothing does.</param>
/// <param name="Failed">How many failed for good.</param>
public sealed record RuleBacklog(
    BucketName Bucket, string RuleId, BucketName Destination, long Pending, DateTimeOffset? Oldest, long Failed);
