namespace Mrap.Core.Replication;

/// <summary>
/// A replication rule as it was sent, which may be invalid: <see cref="ReplicationRules"/> tells (Amazon S3 API Reference,
/// "ReplicationRule").
/// </summary>
/// <param name="Id">The identifier; null when it is absent, and S3 makes one up.</param>
/// <param name="Filter">Which objects it is about; null when both <c>Filter</c> and <c>Prefix</c> are absent.</param>
/// <param name="Status">Whether it is on; null when it is absent.</param>
/// <param name="Destination">Where it replicates to; null when it is absent.</param>
public sealed record ReplicationRule(string? Id, ReplicationFilter? Filter, RuleStatus? Status, ReplicationDestination? Destination)
{
    /// <summary>Of the rules of one destination that cover an object the one with the highest number applies; null when absent.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether delete markers are replicated; null when it is absent.</summary>
    public RuleStatus? DeleteMarkers { get; init; }

    /// <summary>Whether changes of metadata that are made on replicas are replicated; null when it is absent.</summary>
    public RuleStatus? ReplicaModifications { get; init; }

    /// <summary>Whether objects that are encrypted with KMS keys are replicated; null when it is absent.</summary>
    public RuleStatus? KmsEncryptedObjects { get; init; }

    /// <summary>Whether objects from before the rule are replicated, which S3 does not take; null when it is absent.</summary>
    public RuleStatus? ExistingObjects { get; init; }

    /// <summary>Whether the rule is on.</summary>
    public bool IsEnabled => Status.IsOn();

    /// <summary>Whether the rule is of the first version of the configuration, which replicates delete markers always.</summary>
    public bool IsLegacy => Filter is ReplicationFilter.Legacy;
}
