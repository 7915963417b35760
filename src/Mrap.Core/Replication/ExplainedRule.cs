namespace Mrap.Core.Replication;

/// <summary>A rule and what it does with a change.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">Whether it replicates the change, and why not.</param>
public sealed record ExplainedRule(ReplicationRule Rule, RuleVerdict Verdict);
