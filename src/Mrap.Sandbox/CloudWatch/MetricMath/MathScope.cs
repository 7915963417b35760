using System.Collections.Immutable;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>What an expression can speak of.</summary>
/// <param name="Find">The value of a query; null when there is none of that id.</param>
/// <param name="Metrics">The metrics of the call whose id contains a text; all of them for an empty one.</param>
/// <param name="From">The first second, since 1970.</param>
/// <param name="To">The second behind the last.</param>
/// <param name="Budget">What the expressions of the call may spend.</param>
/// <param name="Period">The seconds of a period of a series that comes from no metric.</param>
internal sealed record MathScope(
    Func<string, MathValue?> Find, Func<string, ImmutableArray<TimeSeries>> Metrics, long From, long To, MathBudget Budget, int Period)
{
    /// <summary>The starts of all periods.</summary>
    public long[] Grid(int period)
    {
        var first = From - (From % period);
        return [.. Enumerable.Range(0, (int)Math.Max((To - first + period - 1) / period, 0)).Select(i => first + ((long)i * period))];
    }
}
