namespace Mrap.Sandbox.Observation;

/// <summary>One attempt to replicate one version, or one change of it, to one destination has ended.</summary>
/// <param name="Ended">When it ended.</param>
/// <param name="Link">From where to where, and by which rule.</param>
/// <param name="Waited">From the change at the source to <paramref name="Ended"/>.</param>
/// <param name="Bytes">The bytes of the object; 0 for a delete marker or a change of metadata.</param>
/// <param name="Failure">
/// Why it failed for good, by the name that S3 gives the reason (AWS page "Amazon S3 replication failure reasons"); null when it is done.
/// </param>
internal sealed record ReplicationObserved(DateTimeOffset Ended, ReplicationLink Link, TimeSpan Waited, long Bytes, string? Failure);
