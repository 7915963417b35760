using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>What S3 checks in one rule.</summary>
internal static class RuleChecks
{
    /// <summary>The broken rules of one rule, in the order in which S3 finds them.</summary>
    public static IEnumerable<ReplicationFinding> Of(ReplicationConfiguration configuration, int index, BucketName source)
    {
        var rule = configuration.Rules[index];

        // a document that the schema refuses is looked at no further
        if (IsMalformed(rule))
        {
            return [new(ReplicationFaults.MalformedXml(), index)];
        }

        return Named(rule)
            .Concat(Version(rule, configuration.IsLegacy).Concat(Options(rule)).Select(fault => new ReplicationFinding(fault)))
            .Concat(DestinationChecks.Of(rule, source))
            .Select(finding => finding with { RuleIndex = index });
    }

    // existing objects have a place in the schema, and S3 takes none: those are for S3 Batch Replication
    private static bool IsMalformed(ReplicationRule rule) =>
        rule is { Status: null } or { Filter: null } or { ExistingObjects: not null } or { Destination: null or { BucketArn: null } }
        || rule.Filter is ReplicationFilter.And and && and.Tags.Length + (and.Text is null ? 0 : 1) < 2
        || DestinationChecks.IsMalformed(rule.Destination);

    private static IEnumerable<ReplicationFinding> Named(ReplicationRule rule)
    {
        if (rule.Id is { Length: > ReplicationRules.MaxIdLength })
        {
            yield return new(ReplicationFaults.Argument("Rule Id cannot be greater than 255"), null, "ID", rule.Id);
        }

        if (rule.Filter!.KeyPrefix is { Length: > ReplicationRules.MaxPrefixLength } prefix)
        {
            yield return new(ReplicationFaults.Argument("The maximum size of a prefix is 1024."), null, "Prefix", prefix);
        }
    }

    private static IEnumerable<ServiceFault> Version(ReplicationRule rule, bool isLegacy)
    {
        (string Name, bool IsGiven)[] elements =
            [("Priority", rule.Priority is not null), ("DeleteMarkerReplication", rule.DeleteMarkers is not null)];
        foreach (var (name, isGiven) in elements.Where(element => element.IsGiven == isLegacy))
        {
            yield return isLegacy ? ReplicationFaults.Unusable(name) : ReplicationFaults.Missing(name);
        }

        if (isLegacy && !rule.IsLegacy)
        {
            yield return ReplicationFaults.Unusable("Filter");
        }

        if (isLegacy && rule.ReplicaModifications is not null)
        {
            yield return ReplicationFaults.Unusable("ReplicaModifications");
        }

        if (rule.Priority < 0)
        {
            yield return ReplicationFaults.PriorityRange();
        }
    }

    private static IEnumerable<ServiceFault> Options(ReplicationRule rule)
    {
        var tags = rule.Filter!.AllTags;
        if (HasDuplicates(tags))
        {
            yield return ReplicationFaults.DuplicateTag();
        }

        if (!tags.IsEmpty && rule.DeleteMarkers.IsOn())
        {
            yield return ReplicationFaults.DeleteMarkersOfTags();
        }
    }

    private static bool HasDuplicates(ImmutableArray<ReplicationTag> tags) =>
        tags.Length > 1 && tags.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() < tags.Length;
}
