namespace Mrap.Core.Replication.Planning;

/// <summary>What becomes of one rule of a bucket.</summary>
/// <param name="Before">The rule as it is; null for a new one.</param>
/// <param name="After">The rule as it shall be; null for a removed one.</param>
public sealed record RuleChange(ReplicationRule? Before, ReplicationRule? After)
{
    /// <summary>What becomes of it.</summary>
    public RuleChangeKind Kind => (Before, After) switch
    {
        (null, _) => RuleChangeKind.Added,
        (_, null) => RuleChangeKind.Removed,
        _ when Before == After => RuleChangeKind.Kept,
        _ when Before with { Priority = After.Priority } == After => RuleChangeKind.Renumbered,
        _ when LegacyRules.Convert(Before, After.Priority ?? 0) == After => RuleChangeKind.Converted,
        _ => RuleChangeKind.Changed,
    };
}
