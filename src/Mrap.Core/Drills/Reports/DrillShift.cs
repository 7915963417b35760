using System.Collections.Immutable;
using Mrap.Core.Regions;

namespace Mrap.Core.Drills.Reports;

/// <summary>
/// How the traffic took an action, judged by the requests that ended after it and were sent before the end of its phase. Times are
/// seconds from when the action had been applied, 0 or more.
/// </summary>
/// <param name="Phase">The phase of the action.</param>
/// <param name="Action">What was done, in words.</param>
/// <param name="LostRegions">The Regions that went down or became passive, by code; empty when none did.</param>
/// <param name="SecondsToShift">
/// Until the last success from a lost Region ended; null when no Region was lost, when a place that a lost Region still served had no
/// success elsewhere after that, or when the action was not applied.
/// </param>
/// <param name="SecondsToRecover">
/// Until the last failed request ended; null when a place whose requests failed had no success after that, or when the action was not
/// applied.
/// </param>
public sealed record DrillShift(
    string Phase, string Action, ImmutableArray<RegionId> LostRegions, double? SecondsToShift, double? SecondsToRecover)
{
    /// <summary>Whether phase, action, Regions and times are the same.</summary>
    public bool Equals(DrillShift? other) =>
        other is not null
        && (Phase, Action, SecondsToShift, SecondsToRecover) == (other.Phase, other.Action, other.SecondsToShift, other.SecondsToRecover)
        && LostRegions.AsSpan().SequenceEqual(other.LostRegions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Phase, Action, SecondsToShift, SecondsToRecover, LostRegions.Length);

    internal static DrillShift Of(DrillPhase phase, DrillPhaseSpan span, IEnumerable<DrillSample> samples)
    {
        var lost = phase.Action.LostRegions.Order().ToImmutableArray();
        var action = DrillActionText.Of(phase.Action);
        if (span.ActionApplied is not { } applied)
        {
            return new DrillShift(phase.Name, action, lost, SecondsToShift: null, SecondsToRecover: null);
        }

        var watched = samples.Where(sample => sample.End >= applied && sample.Offset < span.End).ToList();
        return new DrillShift(
            phase.Name,
            action,
            lost,
            lost.IsEmpty
                ? null
                : SecondsUntilLast(
                    applied, watched, sample => sample.IsSuccess && IsFrom(lost, sample), sample => IsSuccessElsewhere(lost, sample)),
            SecondsUntilLast(applied, watched, sample => sample.IsError, sample => sample.IsSuccess));
    }

    // a place that is served well throughout says nothing about one that is not, so each must show that its trouble is over
    private static double? SecondsUntilLast(
        TimeSpan applied, List<DrillSample> watched, Predicate<DrillSample> isTrouble, Predicate<DrillSample> isWell)
    {
        if (!watched.Exists(isWell))
        {
            return null;
        }

        var last = applied;
        foreach (var place in watched.GroupBy(sample => sample.VantageId, StringComparer.Ordinal).Select(place => place.ToList()))
        {
            var trouble = place.FindAll(isTrouble);
            if (trouble.Count == 0)
            {
                continue;
            }

            var end = trouble.Max(sample => sample.End);
            if (!place.Exists(sample => isWell(sample) && sample.End > end))
            {
                return null;
            }

            last = end > last ? end : last;
        }

        return (last - applied).TotalSeconds;
    }

    private static bool IsSuccessElsewhere(ImmutableArray<RegionId> lost, DrillSample sample) =>
        sample.IsSuccess && sample.Region is not null && !IsFrom(lost, sample);

    private static bool IsFrom(ImmutableArray<RegionId> lost, DrillSample sample) => sample.Region is { } region && lost.Contains(region);
}
