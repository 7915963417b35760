using System.Collections.Immutable;
using System.Globalization;

namespace Mrap.Core.Replication.Planning;

/// <summary>
/// Puts wanted rules into the configuration of a bucket. A rule that leads to the same bucket with the same scope is changed in place;
/// others are added with the highest priorities, so that they decide about what they cover. Merging twice changes nothing the second time.
/// </summary>
public static class RuleMerge
{
    /// <summary>Merges.</summary>
    /// <param name="before">The configuration of the bucket; <see cref="ReplicationConfiguration.None"/> when it has none.</param>
    /// <param name="desired">The wanted rules of this bucket; without any the configuration stays, whatever the mode.</param>
    /// <param name="role">The ARN of the role of the configuration afterwards.</param>
    /// <param name="mode">What becomes of the other rules.</param>
    /// <returns>The configuration, and what becomes of each rule: first those there were, then the added ones.</returns>
    public static MergedRules Merge(
        ReplicationConfiguration before, IEnumerable<DesiredRule> desired, string role, MergeMode mode)
    {
        ArgumentNullException.ThrowIfNull(before);
        var wanted = desired.DistinctBy(rule => (rule.Destination, rule.Options.Scope)).ToList();
        if (wanted.Count == 0)
        {
            return new MergedRules(before, [.. before.Rules.Select(rule => new RuleChange(rule, rule))]);
        }

        var rules = LegacyRules.Of(before);
        var matches = wanted.Select(rule => Match(rule, rules)).ToList();
        var after = rules.Select((rule, i) => Fate(rule, i, wanted, matches, mode)).ToList();
        var added = Added(wanted.Where((_, i) => matches[i] is null), rules);
        Number(after, added);
        return new MergedRules(
            new ReplicationConfiguration(role, [.. after.OfType<ReplicationRule>(), .. added]),
            [
                .. before.Rules.Select((rule, i) => new RuleChange(rule, after[i])),
                .. added.Select(rule => new RuleChange(null, rule)),
            ]);
    }

    // of several rules that cover the same the one that decides
    private static int? Match(DesiredRule wanted, ImmutableArray<ReplicationRule> rules)
    {
        int? found = null;
        for (var i = 0; i < rules.Length; i++)
        {
            if (wanted.IsAbout(rules[i]) && (found is not { } best || (rules[i].Priority ?? 0) > (rules[best].Priority ?? 0)))
            {
                found = i;
            }
        }

        return found;
    }

    private static ReplicationRule? Fate(
        ReplicationRule rule, int index, List<DesiredRule> wanted, List<int?> matches, MergeMode mode) => matches.IndexOf(index) switch
        {
            >= 0 and var match => wanted[match].Options.ApplyTo(rule),
            _ => mode == MergeMode.Replace ? null : rule,
        };

    private static List<ReplicationRule> Added(IEnumerable<DesiredRule> wanted, ImmutableArray<ReplicationRule> rules)
    {
        var ids = rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var added = new List<ReplicationRule>();
        foreach (var rule in wanted)
        {
            var id = FreeId($"to-{rule.Destination}", ids);
            ids.Add(id);
            added.Add(
                rule.Options.ApplyTo(
                    new ReplicationRule(id, rule.Options.Scope.Filter, null, ReplicationDestination.Of(rule.Destination))));
        }

        return added;
    }

    private static string FreeId(string stem, HashSet<string?> taken)
    {
        var id = stem;
        for (var i = 2; taken.Contains(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
        }

        return id;
    }

    // Numbers stay where they can; where they must change their order stays, for nothing else has a meaning.
    private static void Number(List<ReplicationRule?> kept, List<ReplicationRule> added)
    {
        var order = Enumerable.Range(0, kept.Count).Where(i => kept[i] is not null)
            .OrderBy(i => kept[i]!.Priority ?? 0).ThenByDescending(i => i).ToList();
        var top = order.Count == 0 ? 0 : kept[order[^1]]!.Priority ?? 0;
        var isUnique = order.Select(i => kept[i]!.Priority).Distinct().Count() == order.Count && order.All(i => kept[i]!.Priority >= 0);
        if (!isUnique || top > int.MaxValue - added.Count)
        {
            for (var i = 0; i < order.Count; i++)
            {
                kept[order[i]] = kept[order[i]]! with { Priority = i + 1 };
            }

            top = order.Count;
        }

        for (var i = 0; i < added.Count; i++)
        {
            added[i] = added[i] with { Priority = top + i + 1 };
        }
    }
}
