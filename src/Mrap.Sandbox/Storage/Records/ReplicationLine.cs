using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>What waits and what failed by one rule of one bucket.</summary>
/// <param name="Bucket">The bucket that has the rule.</param>
/// <param name="Operations">How many tasks wait.</param>
/// <param name="Bytes">The bytes of the objects among them.</param>
/// <param name="Oldest">When the oldest change that waits was made; null when none waits.</param>
/// <param name="Failed">How many tasks failed.</param>
/// <param name="LastFailure">Why the last of them failed; null when none did.</param>
internal sealed record ReplicationLine(
    BucketName Bucket, BucketName Destination, string Rule, long Operations, long Bytes, DateTimeOffset? Oldest, long Failed,
    string? LastFailure);
