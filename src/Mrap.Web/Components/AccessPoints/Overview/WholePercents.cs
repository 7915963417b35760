using System.Collections.Immutable;

namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>Rounds shares to whole percents that still add up to 100, by giving what is left to the largest remainders.</summary>
public static class WholePercents
{
    /// <summary>Rounds.</summary>
    /// <param name="shares">Shares of 0 to 1 that add up to 1, or to 0 when nobody is served.</param>
    /// <returns>The rounded shares, in the same order, as hundredths: 0.38 is 38 percent.</returns>
    public static ImmutableArray<double> Of(IReadOnlyList<double> shares)
    {
        var percents = shares.Select(share => (int)Math.Floor(share * 100)).ToArray();
        var missing = (int)Math.Round(shares.Sum() * 100) - percents.Sum();
        var byRemainder = Enumerable.Range(0, shares.Count).OrderByDescending(i => (shares[i] * 100) - percents[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take(missing))
        {
            percents[i]++;
        }

        return [.. percents.Select(percent => percent / 100d)];
    }
}
