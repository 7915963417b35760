namespace Mrap.Sandbox.Observation;

/// <summary>What the replication metrics are kept by: a rule of a source bucket with its destination.</summary>
/// <param name="SourceBucket">The bucket that has the rule.</param>
/// <param name="SourceRegion">Its Region: failed operations are published there.</param>
/// <param name="DestinationBucket">The bucket that the rule names.</param>
/// <param name="DestinationRegion">Its Region, where latency and what is pending are published; null while there is no such bucket.</param>
/// <param name="RuleId">The identifier of the rule.</param>
internal sealed record ReplicationLink(
    string SourceBucket, string SourceRegion, string DestinationBucket, string? DestinationRegion, string RuleId);
