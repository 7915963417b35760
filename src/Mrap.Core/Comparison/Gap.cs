using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Comparison;

/// <summary>A difference between the buckets of an access point, with why it is there.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Reasons">Why, each reason once, in the order of <see cref="GapReason"/>; empty when nothing is missing.</param>
public sealed record Gap(KeyDifference Difference, ImmutableArray<GapReason> Reasons)
{
    /// <summary>Finds out why.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="buckets">The buckets, in the order of its copies.</param>
    /// <param name="rules">The enabled replication rules of all of them.</param>
    public static Gap Of(KeyDifference difference, ImmutableArray<BucketName> buckets, ImmutableArray<CoveringRule> rules) => new(
        difference,
        [.. difference.Behind.Select(index => Why(difference, buckets, rules, index)).Distinct().Order()]);

    /// <inheritdoc/>
    public bool Equals(Gap? other) =>
        other is not null && Difference == other.Difference && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Difference.GetHashCode();

    private static GapReason Why(
        KeyDifference difference, ImmutableArray<BucketName> buckets, ImmutableArray<CoveringRule> rules, int behind)
    {
        var from = difference.Source ?? difference.Newest!.Value;
        var copy = difference.Copies[from];
        var rule = rules.FirstOrDefault(rule => rule.Covers(buckets[from], buckets[behind], difference.Key));
        return copy switch
        {
            { State: CopyState.Deleted } => rule switch
            {
                null => GapReason.NotCovered,
                { CopiesDeletions: true, HasTags: false } => GapReason.Pending,
                _ => GapReason.DeletionStays,
            },
            { Status: null } => GapReason.NotAsked,
            { Status: CopyStatus.Pending } => rule is null ? GapReason.NotCovered : GapReason.Pending,
            { Status: CopyStatus.Failed } => rule is null ? GapReason.NotCovered : GapReason.Failed,
            { Status: CopyStatus.Replica } => GapReason.ReplicaOnly,
            { Status: CopyStatus.Completed } => rule is null ? GapReason.NotCovered : GapReason.ChangedSince,
            _ => rule is null or { HasTags: true } ? GapReason.NotCovered : GapReason.OlderThanRule,
        };
    }
}
