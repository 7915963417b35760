using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>How much work the expressions of one call may take together.</summary>
internal sealed class MathBudget
{
    private const long MaxPoints = 10_000_000;

    private long _spent;

    /// <summary>Counts the points of a value.</summary>
    /// <exception cref="Wire.ServiceException">There were too many.</exception>
    public MathValue Spend(MathValue value)
    {
        _spent += value switch
        {
            MathValue.Single single => single.Series.Times.Length + 1,
            MathValue.Many many => many.Series.Sum(series => (long)series.Times.Length + 1),
            _ => 1,
        };
        return _spent <= MaxPoints
            ? value
            : throw CloudWatchErrors.Validation("The expressions take too many data points: make the periods longer, or the time shorter.");
    }
}
