using System.Globalization;

namespace Mrap.Core.Metrics;

/// <summary>What is made of the values of a period.</summary>
public readonly record struct SeriesStatistic
{
    private readonly string? _text;

    private SeriesStatistic(string text) => _text = text;

    /// <summary>Their sum.</summary>
    public static SeriesStatistic Sum { get; } = new("Sum");

    /// <summary>Their average.</summary>
    public static SeriesStatistic Average { get; } = new("Average");

    /// <summary>The least of them.</summary>
    public static SeriesStatistic Minimum { get; } = new("Minimum");

    /// <summary>The greatest of them.</summary>
    public static SeriesStatistic Maximum { get; } = new("Maximum");

    /// <summary>How many they are.</summary>
    public static SeriesStatistic SampleCount { get; } = new("SampleCount");

    /// <summary>The value that a part of them does not exceed.</summary>
    /// <param name="percent">Which part, 0 to 100, such as 99.9.</param>
    /// <returns>The statistic.</returns>
    public static SeriesStatistic Percentile(double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return new SeriesStatistic(string.Create(CultureInfo.InvariantCulture, $"p{percent:0.##}"));
    }

    /// <summary>Whether it is a percentile: then values of several Regions cannot be put together exactly.</summary>
    public bool IsPercentile => ToString()[0] == 'p';

    /// <summary>The name that CloudWatch gives it, such as <c>Sum</c> or <c>p99</c>; <c>Sum</c> for the default value.</summary>
    public override string ToString() => _text ?? "Sum";
}
