using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication.Planning;

/// <summary>A rule that somebody wants, from one bucket to another.</summary>
/// <param name="Source">The bucket that has the rule.</param>
/// <param name="Destination">The bucket it leads to, another one.</param>
/// <param name="Options">What the rule does.</param>
public sealed record DesiredRule(BucketName Source, BucketName Destination, ReplicationOptions Options)
{
    /// <summary>Whether a rule is this one already, but for its options: it leads to the same bucket with the same scope.</summary>
    internal bool IsAbout(ReplicationRule rule) =>
        rule is { Filter: { } filter, Destination.Bucket: { } bucket }
            && bucket == Destination && ReplicationScope.Of(filter) == Options.Scope;
}
