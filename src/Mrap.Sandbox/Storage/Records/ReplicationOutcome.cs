namespace Mrap.Sandbox.Storage.Records;

/// <summary>How a task ended.</summary>
/// <param name="Task">The task.</param>
/// <param name="Failure">
/// Why it failed for good, by the name that S3 gives the reason (AWS page "Amazon S3 replication failure reasons"); null when it is done.
/// </param>
/// <param name="Event">The event notification that tells of it, as JSON; null for none.</param>
internal sealed record ReplicationOutcome(ReplicationTask Task, string? Failure, string? Event);
