using Mrap.Aws.Replication;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>A rule of a bucket as the page shows it.</summary>
/// <param name="Source">The bucket that has it.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Destination">The bucket it leads to; null when that is not behind the access point.</param>
/// <param name="IsTwoWay">Whether an enabled rule leads back.</param>
/// <param name="Backlog">What waits for it; null when nobody tells.</param>
public sealed record RuleRow(MemberBucket Source, ReplicationRule Rule, MemberBucket? Destination, bool IsTwoWay, RuleBacklog? Backlog)
{
    /// <summary>Which one it is.</summary>
    public RuleAddress Address => new(Source.Bucket, Rule.Id ?? string.Empty);

    /// <summary>The name of the source's Region.</summary>
    public string SourceName => RegionCatalog.ShortNameOf(Source.Region);

    /// <summary>The name of the destination's Region, or that of a bucket elsewhere.</summary>
    public string DestinationName => Destination is { } member
        ? RegionCatalog.ShortNameOf(member.Region)
        : Rule.Destination?.Bucket?.Value ?? "somewhere else";

    /// <summary>How long the oldest operation has waited; null when nothing waits or nobody tells.</summary>
    public TimeSpan? Lag(DateTimeOffset now) => Backlog is { Pending: > 0, Oldest: { } oldest } ? now - oldest : null;
}
