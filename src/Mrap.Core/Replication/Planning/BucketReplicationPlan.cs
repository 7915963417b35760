using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Editing;

namespace Mrap.Core.Replication.Planning;

/// <summary>What becomes of the replication configuration of one bucket.</summary>
/// <param name="Member">The bucket.</param>
/// <param name="Before">Its configuration as it is.</param>
/// <param name="After">Its configuration as it shall be.</param>
/// <param name="Changes">What becomes of each rule.</param>
public sealed record BucketReplicationPlan(
    MemberBucket Member, ReplicationConfiguration Before, ReplicationConfiguration After, ImmutableArray<RuleChange> Changes)
{
    /// <summary>Whether anything changes.</summary>
    public bool IsChange => Before != After;

    /// <summary>The rules that are removed: somebody must have said that this is meant.</summary>
    public IEnumerable<ReplicationRule> Removed =>
        Changes.Where(change => change.Kind == RuleChangeKind.Removed).Select(change => change.Before!);

    /// <summary>The lines of both documents, to be shown as a difference.</summary>
    public ImmutableArray<DiffLine> Difference => TextDiff.Compare(ReplicationXml.Write(Before), ReplicationXml.Write(After));

    /// <summary>What S3 would refuse of the new configuration; empty for one that is valid or is deleted.</summary>
    public ImmutableArray<ReplicationFinding> Findings =>
        After == ReplicationConfiguration.None ? [] : ReplicationRules.Check(After, Member.Bucket);

    /// <summary>The plan of a bucket whose rules were merged or edited.</summary>
    public static BucketReplicationPlan Of(MemberBucket member, ReplicationConfiguration before, MergedRules merged) =>
        new(member, before, merged.Configuration, merged.Changes);
}
