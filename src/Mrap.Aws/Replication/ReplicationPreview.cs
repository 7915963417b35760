using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication.Planning;

namespace Mrap.Aws.Replication;

/// <summary>What a change of replication rules would do, to be shown before it is a plan.</summary>
/// <param name="AccessPoint">The access point whose buckets these are.</param>
/// <param name="Role">The role that the buckets' rules need; null when no bucket uses a role of the console afterwards.</param>
/// <param name="Buckets">What becomes of each bucket's configuration; those that stay as they are are among them.</param>
/// <param name="Findings">What stands in the way, the gravest first.</param>
public sealed record ReplicationPreview(
    AccessPoint AccessPoint,
    ReplicationRoleDocuments? Role,
    ImmutableArray<BucketReplicationPlan> Buckets,
    ImmutableArray<PreflightFinding> Findings)
{
    /// <summary>Whether an edit of single rules it is, rather than rules made together.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Whether any configuration changes.</summary>
    public bool IsChange => Buckets.Any(bucket => bucket.IsChange);

    /// <summary>How many rules are removed; somebody must say that this is meant.</summary>
    public int RemovedCount => Buckets.Sum(bucket => bucket.Removed.Count());
}
