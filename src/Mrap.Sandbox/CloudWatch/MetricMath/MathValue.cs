using System.Collections.Immutable;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>What an expression, or a part of one, comes to (Amazon CloudWatch User Guide, "Using metric math", data types).</summary>
internal abstract record MathValue
{
    private MathValue()
    {
    }

    /// <summary>A number, S.</summary>
    internal sealed record Scalar(double Value) : MathValue;

    /// <summary>A time series, TS.</summary>
    internal sealed record Single(TimeSeries Series) : MathValue;

    /// <summary>An array of time series, TS[].</summary>
    internal sealed record Many(ImmutableArray<TimeSeries> Series) : MathValue;
}
