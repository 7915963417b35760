using System.Collections.Immutable;

namespace Mrap.Core.Replication.Planning;

/// <summary>Changes one rule of a bucket and leaves the others.</summary>
public static class RuleEdits
{
    /// <summary>Removes rules.</summary>
    /// <param name="before">The configuration.</param>
    /// <param name="ids">The identifiers; those that the configuration does not have are passed over.</param>
    /// <returns>The configuration, which is <see cref="ReplicationConfiguration.None"/> when no rule is left.</returns>
    public static MergedRules Remove(ReplicationConfiguration before, params ImmutableArray<string> ids) =>
        Change(before, rule => rule.Id is { } id && ids.Contains(id) ? null : rule);

    /// <summary>Switches a rule on or off.</summary>
    /// <param name="before">The configuration.</param>
    /// <param name="id">The identifier of the rule.</param>
    /// <param name="status">Whether it is on afterwards.</param>
    public static MergedRules SetStatus(ReplicationConfiguration before, string id, RuleStatus status) =>
        Change(before, rule => rule.Id == id ? rule with { Status = status } : rule);

    /// <summary>Puts a rule in the place of another.</summary>
    /// <param name="before">The configuration.</param>
    /// <param name="id">The identifier of the rule that is replaced.</param>
    /// <param name="rule">The rule that takes its place, which may have another identifier.</param>
    public static MergedRules Replace(ReplicationConfiguration before, string id, ReplicationRule rule) =>
        Change(before, found => found.Id == id ? rule : found);

    /// <summary>Gives a rule other options and another priority; whatever else it has stays.</summary>
    /// <param name="rule">The rule, which has a destination.</param>
    /// <param name="options">The options. The filter keeps the form it has when it covers the same objects.</param>
    /// <param name="priority">The priority; null for none.</param>
    /// <returns>The rule, to be put in its own place by <see cref="Replace"/>.</returns>
    public static ReplicationRule Revise(ReplicationRule rule, ReplicationOptions options, int? priority)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(options);
        var isSame = rule.Filter is { } filter && ReplicationScope.Of(filter) == options.Scope;
        return options.ApplyTo(rule with { Priority = priority, Filter = isSame ? rule.Filter : options.Scope.Filter });
    }

    private static MergedRules Change(ReplicationConfiguration before, Func<ReplicationRule, ReplicationRule?> change)
    {
        var changes = before.Rules.Select(rule => new RuleChange(rule, change(rule))).ToImmutableArray();
        var rules = changes.Select(rule => rule.After).OfType<ReplicationRule>().ToImmutableArray();
        return new MergedRules(
            rules.IsEmpty ? ReplicationConfiguration.None : before with { Rules = rules }, changes);
    }
}
