using System.Collections.Immutable;

namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>Which versions the manifest of a job names (S3 Control API Reference, "JobManifestGeneratorFilter").</summary>
/// <param name="IsEligible">Whether only versions that the rules are about are named; null and false for all that are there.</param>
/// <param name="Statuses"><c>COMPLETED</c>, <c>FAILED</c>, <c>REPLICA</c> and <c>NONE</c>; empty for all.</param>
/// <param name="CreatedAfter">Only versions from after this instant; null for all.</param>
/// <param name="CreatedBefore">Only versions from before this instant; null for all.</param>
internal sealed record JobFilter(
    bool? IsEligible, ImmutableArray<string> Statuses, DateTimeOffset? CreatedAfter, DateTimeOffset? CreatedBefore);
