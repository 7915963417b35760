using System.Collections.Immutable;

namespace Mrap.Core.Replication;

/// <summary>
/// The replication configuration of a bucket as it was sent, which may be invalid: <see cref="ReplicationRules"/> tells (Amazon S3 API
/// Reference, "ReplicationConfiguration").
/// </summary>
/// <param name="Role">The ARN of the role that S3 assumes; null when it is absent.</param>
/// <param name="Rules">The rules, in the order in which they were sent.</param>
public sealed record ReplicationConfiguration(string? Role, ImmutableArray<ReplicationRule> Rules)
{
    /// <summary>The configuration of a bucket that replicates nothing, which has none on the wire.</summary>
    public static ReplicationConfiguration None { get; } = new(null, []);

    /// <summary>Whether any rule is of the first version: then all must be.</summary>
    public bool IsLegacy => Rules.Any(rule => rule.IsLegacy);

    /// <summary>Whether both are the same in everything, the order of their rules included.</summary>
    public bool Equals(ReplicationConfiguration? other) =>
        other is not null && Role == other.Role && Rules.AsSpan().SequenceEqual(other.Rules.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Role, Rules.Length);
}
