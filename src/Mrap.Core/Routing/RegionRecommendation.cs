using Mrap.Core.Regions;

namespace Mrap.Core.Routing;

/// <summary>The Region whose addition lowers the mean latency of all people most.</summary>
/// <param name="Region">The Region to add.</param>
/// <param name="Now">The latency without it; null when there is no Region yet.</param>
/// <param name="Then">The latency with it.</param>
public sealed record RegionRecommendation(RegionId Region, PredictedLatency? Now, PredictedLatency Then)
{
    /// <summary>Looks for the best Region to add.</summary>
    /// <param name="chosen">The Regions there are; may be none.</param>
    /// <param name="candidates">The Regions that may be added; those already chosen are passed over. Ties go to the first by code.</param>
    /// <returns>The advice, or null when no candidate lowers the mean.</returns>
    public static RegionRecommendation? Best(IEnumerable<RegionId> chosen, IEnumerable<RegionId> candidates)
    {
        var taken = chosen.ToHashSet();
        var now = PredictedLatency.Of(taken);
        RegionRecommendation? best = null;
        foreach (var candidate in candidates.Where(candidate => !taken.Contains(candidate)).Order())
        {
            if (
                PredictedLatency.Of(taken.Append(candidate)) is { } then
                    && then.MeanMilliseconds < (best?.Then.MeanMilliseconds ?? now?.MeanMilliseconds ?? double.MaxValue))
            {
                best = new RegionRecommendation(candidate, now, then);
            }
        }

        return best;
    }
}
