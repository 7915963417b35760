using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>
/// Which rules of a bucket replicate a change (Amazon S3 User Guide, "What does Amazon S3 replicate?"). For each destination the enabled
/// rule with the highest priority among those that cover the object decides, and it alone. Made once for a configuration.
/// </summary>
public sealed class RuleMatcher
{
    private readonly ReplicationConfiguration _configuration;
    private readonly ImmutableArray<ImmutableArray<ReplicationTarget>> _destinations;

    /// <summary>
    /// Makes the matcher of a configuration, which may be invalid: rules without a bucket as destination replicate nothing.
    /// </summary>
    public RuleMatcher(ReplicationConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        _destinations =
        [
            .. configuration.Rules
                .Where(rule => rule is { IsEnabled: true, Filter: not null, Destination.Bucket: not null })
                .Select(rule => new ReplicationTarget(rule.Destination!.Bucket!.Value, rule))
                .GroupBy(target => target.Bucket)
                .Select(targets => targets.OrderByDescending(target => target.Rule.Priority ?? 0).ToImmutableArray()),
        ];
    }

    /// <summary>The buckets that enabled rules lead to, whatever they cover.</summary>
    public IEnumerable<BucketName> Destinations => _destinations.Select(targets => targets[0].Bucket);

    /// <summary>Where a change is replicated to.</summary>
    /// <returns>One target for each destination, in the order of the configuration; empty when it is replicated nowhere.</returns>
    public ImmutableArray<ReplicationTarget> Match(in ObjectChange change)
    {
        // one destination is what most configurations have: it takes no builder
        if (_destinations.Length <= 1)
        {
            return !_destinations.IsEmpty && Find(_destinations[0], change) is { } only ? [only] : [];
        }

        ImmutableArray<ReplicationTarget>.Builder? found = null;
        foreach (var targets in _destinations)
        {
            if (Find(targets, change) is { } target)
            {
                found ??= ImmutableArray.CreateBuilder<ReplicationTarget>(_destinations.Length);
                found.Add(target);
            }
        }

        return found is null ? [] : found.DrainToImmutable();
    }

    /// <summary>What each rule does with a change, and why.</summary>
    /// <returns>All rules, in the order of the configuration.</returns>
    public ImmutableArray<ExplainedRule> Explain(ObjectChange change) =>
        [.. _configuration.Rules.Select(rule => new ExplainedRule(rule, Explain(rule, change)))];

    private RuleVerdict Explain(ReplicationRule rule, ObjectChange change)
    {
        if (rule.Filter is null || rule.Destination?.Bucket is not { } bucket)
        {
            return RuleVerdict.NoDestination;
        }

        if (!rule.IsEnabled)
        {
            return RuleVerdict.Disabled;
        }

        if (!rule.Filter.HasPrefix(change.Key))
        {
            return RuleVerdict.OtherPrefix;
        }

        if (!rule.Filter.HasTags(change.Tags))
        {
            return RuleVerdict.OtherTags;
        }

        var winner = Covering(_destinations.First(targets => targets[0].Bucket == bucket), change);
        return ReferenceEquals(winner?.Rule, rule) ? Decide(rule, change) : RuleVerdict.Outranked;
    }

    private static ReplicationTarget? Find(ImmutableArray<ReplicationTarget> targets, in ObjectChange change) =>
        Covering(targets, change) is { } winner && Decide(winner.Rule, change) == RuleVerdict.Replicates ? winner : null;

    private static ReplicationTarget? Covering(ImmutableArray<ReplicationTarget> targets, in ObjectChange change)
    {
        foreach (var target in targets)
        {
            if (target.Rule.Filter!.Covers(change.Key, change.Tags))
            {
                return target;
            }
        }

        return null;
    }

    private static RuleVerdict Decide(ReplicationRule rule, in ObjectChange change) => change switch
    {
        { IsReplica: true, Kind: not ObjectChangeKind.Metadata } => RuleVerdict.Replica,
        { IsReplica: true } when !rule.ReplicaModifications.IsOn() => RuleVerdict.ReplicaModification,
        { Kind: ObjectChangeKind.DeleteMarker } => rule.IsLegacy || rule.DeleteMarkers.IsOn()
            ? RuleVerdict.Replicates
            : RuleVerdict.DeleteMarker,
        { IsKmsEncrypted: true } when !rule.KmsEncryptedObjects.IsOn() => RuleVerdict.KmsEncrypted,
        _ => RuleVerdict.Replicates,
    };
}
