namespace Mrap.Sandbox.Observation;

/// <summary>What waits for replication by one rule at one moment.</summary>
/// <param name="Operations">How many operations wait; 0 for a rule that is idle, which is reported all the same.</param>
/// <param name="Bytes">The bytes of the objects among them.</param>
/// <param name="Oldest">When the oldest change that waits was made; null when none waits.</param>
internal sealed record ReplicationPending(ReplicationLink Link, long Operations, long Bytes, DateTimeOffset? Oldest);
