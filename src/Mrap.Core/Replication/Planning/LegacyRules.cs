using System.Collections.Immutable;

namespace Mrap.Core.Replication.Planning;

/// <summary>Writes rules of the first version of the schema in the second, with the same meaning.</summary>
internal static class LegacyRules
{
    /// <summary>The rules of a configuration; those of the first version converted, the first with the highest priority.</summary>
    public static ImmutableArray<ReplicationRule> Of(ReplicationConfiguration configuration) => configuration.IsLegacy
        ? [.. configuration.Rules.Select((rule, i) => Convert(rule, configuration.Rules.Length - i))]
        : configuration.Rules;

    /// <summary>A rule of the first version converted; any other as it is.</summary>
    public static ReplicationRule Convert(ReplicationRule rule, int priority) => rule.Filter is ReplicationFilter.Legacy legacy
        ? rule with
        {
            Filter = new ReplicationFilter.Prefix(legacy.Text),
            Priority = priority,
            DeleteMarkers = RuleStatus.Enabled,
        }
        : rule;
}
