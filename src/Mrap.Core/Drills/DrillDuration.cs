using System.Globalization;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Reads and prints durations as drills write them.</summary>
public static class DrillDuration
{
    // more than any rule lets through, and far from the ends of TimeSpan
    private const double MaxSeconds = 1e8;

    private static readonly (string Unit, double Seconds)[] s_units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a number of 0 or more and its unit.</summary>
    /// <param name="text">Such as <c>250ms</c>, <c>30s</c>, <c>1.5m</c> or <c>1h</c>.</param>
    /// <returns>The duration, exact to 100 ns; what is beyond 100,000,000 s counts as that.</returns>
    public static Parsed<TimeSpan> Parse(string? text)
    {
        foreach (var (unit, seconds) in s_units)
        {
            if (text is not null
                && text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number))
            {
                return Parsed.Ok<TimeSpan>(TimeSpan.FromSeconds(Math.Min(number * seconds, MaxSeconds)));
            }
        }

        return Parsed.Failed<TimeSpan>($"must be a duration such as `30s`, `2m` or `250ms`, not {DisplayText.Quote(text)}");
    }

    /// <summary>Prints a duration with the largest unit that leaves no remainder; below a second in milliseconds.</summary>
    /// <param name="duration">0 or more.</param>
    /// <returns>Such as <c>2m</c>, <c>90s</c>, <c>1.5s</c> or <c>250ms</c>.</returns>
    public static string Format(TimeSpan duration) => duration switch
    {
        _ when duration < TimeSpan.FromSeconds(1) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.####}ms"),
        _ when duration.Ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0}h"),
        _ when duration.Ticks % TimeSpan.TicksPerMinute == 0 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#######}s"),
    };
}
