namespace Mrap.Core.Replication.Planning;

/// <summary>What rules that are made together have in common (Amazon S3 User Guide, "Creating replication rules").</summary>
public sealed record ReplicationOptions
{
    /// <summary>Which objects are replicated.</summary>
    /// <value>The whole bucket.</value>
    public ReplicationScope Scope { get; init; } = ReplicationScope.WholeBucket;

    /// <summary>Whether the rules are on.</summary>
    /// <value>On.</value>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether replication time control is on, which switches metrics on too.</summary>
    /// <value>Off.</value>
    public bool TimeControl { get; init; }

    /// <summary>Whether metrics and notifications are on.</summary>
    /// <value>Off.</value>
    public bool Metrics { get; init; }

    /// <summary>Whether delete markers are replicated; a scope with tags takes none.</summary>
    /// <value>Off.</value>
    public bool DeleteMarkers { get; init; }

    /// <summary>Whether changes of metadata made on replicas are sent back, between buckets that replicate to each other.</summary>
    /// <value>Off.</value>
    public bool ReplicaModifications { get; init; }

    /// <summary>Why these options cannot be: a fragment that follows the name of the option; null when they can.</summary>
    public string? Fault => DeleteMarkers && !Scope.Tags.IsEmpty
        ? "delete markers have no tags: they are not replicated by rules with a tag filter"
        : null;

    /// <summary>The options of a rule; what it does not say is off.</summary>
    public static ReplicationOptions Of(ReplicationRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new ReplicationOptions
        {
            Scope = rule.Filter is { } filter ? ReplicationScope.Of(filter) : ReplicationScope.WholeBucket,
            IsEnabled = rule.IsEnabled,
            TimeControl = (rule.Destination?.Time?.Status).IsOn(),
            Metrics = (rule.Destination?.Metrics?.Status).IsOn(),
            DeleteMarkers = rule.DeleteMarkers.IsOn(),
            ReplicaModifications = rule.ReplicaModifications.IsOn(),
        };
    }

    /// <summary>Gives a rule these options; whatever else it has stays.</summary>
    internal ReplicationRule ApplyTo(ReplicationRule rule) => rule with
    {
        Status = RuleStatusText.Of(IsEnabled),
        DeleteMarkers = RuleStatusText.Of(DeleteMarkers),
        ReplicaModifications = ReplicaModifications ? RuleStatus.Enabled : Lessened(rule.ReplicaModifications),
        Destination = rule.Destination! with { Time = Time(rule.Destination.Time), Metrics = Observed(rule.Destination.Metrics) },
    };

    // what is off may be absent as well: a rule is not changed for the way that is written
    private static RuleStatus? Lessened(RuleStatus? before) => before.IsOn() ? RuleStatus.Disabled : before;

    private ReplicationTimeControl? Time(ReplicationTimeControl? before) => TimeControl
        ? ReplicationTimeControl.On
        : before is { Status: RuleStatus.Disabled } && Metrics ? before : null;

    private ReplicationMetricsOption? Observed(ReplicationMetricsOption? before) => (TimeControl, Metrics) switch
    {
        (true, _) => ReplicationMetricsOption.WithTimeControl,
        (_, true) => ReplicationMetricsOption.On,
        _ => before is { Status: RuleStatus.Disabled, ThresholdMinutes: null } ? before : null,
    };
}
