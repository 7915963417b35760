using System.Globalization;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.Metrics;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>What is wanted of the values of a period (Amazon CloudWatch User Guide, "CloudWatch statistics definitions").</summary>
internal sealed record Statistic
{
    private static readonly string[] s_unserved = ["tm", "TM", "tc", "TC", "ts", "TS", "wm", "WM", "pr", "PR", "iqm", "IQM"];

    private readonly Func<MetricPoint, double?> _of;

    private Statistic(string name, bool isPercentile, Func<MetricPoint, double?> of)
    {
        Name = name;
        IsPercentile = isPercentile;
        _of = of;
    }

    /// <summary>Its name, such as <c>Average</c> or <c>p99.9</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it takes more than the summary of the values.</summary>
    public bool IsPercentile { get; }

    /// <summary>Reads the name of a statistic.</summary>
    /// <exception cref="Wire.ServiceException">There is none of that name, or it is not served.</exception>
    public static Statistic Parse(string text)
    {
        switch (text)
        {
            case "SampleCount":
                return new(text, isPercentile: false, static point => point.Count);
            case "Sum":
                return new(text, isPercentile: false, static point => point.Sum);
            case "Average":
                return new(text, isPercentile: false, static point => point.Sum / point.Count);
            case "Minimum":
                return new(text, isPercentile: false, static point => point.Minimum);
            case "Maximum":
                return new(text, isPercentile: false, static point => point.Maximum);
        }

        if (text is ['p' or 'P', .. var digits]
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100)
        {
            return new(text, isPercentile: true, point => point.Percentile(percent));
        }

        throw s_unserved.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal))
            ? CloudWatchErrors.NotServed($"The statistic {DisplayText.Truncate(text)}")
            : CloudWatchErrors.InvalidValue($"The value {DisplayText.Truncate(text)} is not a statistic.");
    }

    /// <summary>Its value; null when the point does not tell.</summary>
    public double? Of(MetricPoint point) => _of(point);
}
