namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>What became of one version of a job.</summary>
/// <param name="Failure">Why it was not replicated; null when it was.</param>
internal sealed record JobResult(string Key, string VersionId, string? Failure);
