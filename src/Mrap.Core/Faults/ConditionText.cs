using System.Globalization;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Faults;

/// <summary>Conditions in words.</summary>
public static class ConditionText
{
    private const int MaxNamed = 6;

    /// <summary>What is wrong with a Region, most serious first.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>Phrases such as <c>down</c> or <c>150 ms slower, give or take 50</c>; none for a sound Region.</returns>
    public static IEnumerable<string> Phrases(RegionCondition condition)
    {
        if (condition.State != RegionHealth.Up)
        {
            yield return condition.State == RegionHealth.Down ? "down" : "degraded";
        }

        if (condition.LatencyMs > 0)
        {
            yield return condition.JitterMs > 0
                ? $"{Number(condition.LatencyMs)} ms slower, give or take {Number(condition.JitterMs)}"
                : $"{Number(condition.LatencyMs)} ms slower";
        }
        else if (condition.JitterMs > 0)
        {
            yield return $"up to {Number(condition.JitterMs)} ms slower";
        }

        if (condition.ErrorRate > 0)
        {
            yield return $"failing {Number(condition.ErrorRate * 100)} % of requests";
        }

        if (condition.IsReplicationPaused)
        {
            yield return "not replicating";
        }

        if (condition.ClockSkewSeconds != 0)
        {
            var side = condition.ClockSkewSeconds > 0 ? "ahead" : "behind";
            yield return $"{Number(Math.Abs(condition.ClockSkewSeconds))} s {side} in time";
        }
    }

    /// <summary>What is wrong with all Regions; Regions with the same faults share a sentence, the most serious comes first.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>Sentences such as <c>Sydney and Ireland are down.</c>; none when every Region is sound.</returns>
    public static IEnumerable<string> Sentences(FleetConditions conditions) => conditions.Faulty
        .GroupBy(pair => pair.Value)
        .OrderByDescending(group => group.Key.State)
        .ThenBy(group => group.First().Key)
        .Select(
            group =>
            {
                var regions = group.Select(pair => pair.Key).ToArray();
                return $"{Listed(regions)} {(regions.Length == 1 ? "is" : "are")} {string.Join(", ", Phrases(group.Key))}.";
            });

    private static string Listed(RegionId[] regions) =>
        regions.Length > MaxNamed ? $"{regions.Length} Regions" : RegionNames.InSentence(regions);

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
