using System.Collections.Immutable;

namespace Mrap.Core.Drills.Reports;

/// <summary>What became of the keys whose writes were acknowledged.</summary>
/// <param name="Acknowledged">How many keys were written and acknowledged in the drill, each counted once.</param>
/// <param name="SingleRegion">How many of them exist in one Region only; null when nobody looked.</param>
/// <param name="Lost">How many of them exist in no Region; null when nobody looked.</param>
/// <param name="SingleRegionKeys">The first <see cref="MaxListed"/> of those in one Region only, ordinal; empty when nobody looked.</param>
/// <param name="LostKeys">The first <see cref="MaxListed"/> of those lost, ordinal; empty when nobody looked.</param>
public sealed record DrillWrites(
    int Acknowledged, int? SingleRegion, int? Lost, ImmutableArray<string> SingleRegionKeys, ImmutableArray<string> LostKeys)
{
    /// <summary>The most keys that are listed by name: 100.</summary>
    public const int MaxListed = 100;

    /// <summary>Whether all figures and keys are the same.</summary>
    public bool Equals(DrillWrites? other) =>
        other is not null
        && (Acknowledged, SingleRegion, Lost) == (other.Acknowledged, other.SingleRegion, other.Lost)
        && SingleRegionKeys.AsSpan().SequenceEqual(other.SingleRegionKeys.AsSpan())
        && LostKeys.AsSpan().SequenceEqual(other.LostKeys.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Acknowledged, SingleRegion, Lost);

    internal static DrillWrites Of(DrillTimeline timeline)
    {
        var acknowledged = timeline.Samples
            .Where(sample => sample.IsAcknowledgedWrite)
            .Select(sample => sample.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        if (timeline.Audit is not { } audit)
        {
            return new DrillWrites(acknowledged.Length, SingleRegion: null, Lost: null, [], []);
        }

        var copies = audit
            .GroupBy(key => key.Key, StringComparer.Ordinal)
            .ToDictionary(key => key.Key, key => key.SelectMany(entry => entry.Regions).Distinct().Count(), StringComparer.Ordinal);
        var single = acknowledged.Where(key => copies.GetValueOrDefault(key) == 1).ToImmutableArray();
        var lost = acknowledged.Where(key => copies.GetValueOrDefault(key) == 0).ToImmutableArray();
        return new DrillWrites(
            acknowledged.Length, single.Length, lost.Length, [.. single.Take(MaxListed)], [.. lost.Take(MaxListed)]);
    }
}
