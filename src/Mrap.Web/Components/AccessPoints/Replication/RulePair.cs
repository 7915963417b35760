using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>The rules from one bucket to another.</summary>
/// <param name="Source">The one.</param>
/// <param name="Destination">The other.</param>
/// <param name="Rows">The rules; empty when there is none.</param>
public sealed record RulePair(MemberBucket Source, MemberBucket Destination, ImmutableArray<RuleRow> Rows)
{
    /// <summary>Whether any of them is on.</summary>
    public bool IsOn => Rows.Any(row => row.Rule.IsEnabled);

    /// <summary>Whether an enabled rule leads back as well.</summary>
    public bool IsTwoWay => IsOn && Rows.Any(row => row.IsTwoWay);

    /// <summary>The rule that is opened from here: one that is on, if any.</summary>
    public RuleRow? First => Rows.FirstOrDefault(row => row.Rule.IsEnabled) ?? Rows.FirstOrDefault();

    /// <summary>How long the oldest operation has waited; null when nothing waits or nobody tells.</summary>
    public TimeSpan? Lag(DateTimeOffset now) => Rows.Select(row => row.Lag(now)).Max();
}
