using System.Collections.Immutable;

namespace Mrap.Core.Replication.Planning;

/// <summary>A configuration with other rules, and how it came about.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Changes">What became of each rule, the removed ones included.</param>
public sealed record MergedRules(ReplicationConfiguration Configuration, ImmutableArray<RuleChange> Changes);
