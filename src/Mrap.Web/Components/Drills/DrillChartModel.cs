using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mrap.Core.Drills.Reports;

namespace Mrap.Web.Components.Drills;

/// <summary>The drawing of a drill over time: lines of latency above, the share of errors below, phases marked in both.</summary>
/// <param name="Median">The path of the median.</param>
/// <param name="P95">The path of the 95th percentile.</param>
/// <param name="Errors">The path of the bars of errors; empty without one.</param>
/// <param name="LatencyTicks">Values of latency and where they stand.</param>
/// <param name="ErrorTicks">Shares of errors and where they stand.</param>
/// <param name="Phases">Where phases begin and end, with their names.</param>
/// <param name="Summary">What it shows, in words.</param>
internal sealed record DrillChartModel(
    string Median,
    string P95,
    string Errors,
    ImmutableArray<(string Text, double Y)> LatencyTicks,
    ImmutableArray<(string Text, double Y)> ErrorTicks,
    ImmutableArray<(string Name, double From, double To)> Phases,
    string Summary)
{
    public const double Width = 960;
    public const double Height = 300;
    public const double Left = 64;
    public const double Right = Width - 8;
    public const double Top = 28;
    public const double Middle = 190;
    public const double ErrorTop = 216;
    public const double Bottom = 282;

    /// <summary>Draws a report.</summary>
    public static DrillChartModel Of(DrillReport report)
    {
        var intervals = report.Intervals;
        var seconds = Math.Max(intervals[^1].StartSeconds + intervals[^1].Seconds, 1);
        var latency = Ceiling(intervals.Max(interval => interval.P95Ms ?? 0));
        var errors = Ceiling(Math.Max(intervals.Max(interval => interval.ErrorShare), 0.01));
        return new DrillChartModel(
            Line(intervals, interval => interval.P50Ms, seconds, latency),
            Line(intervals, interval => interval.P95Ms, seconds, latency),
            Bars(intervals, seconds, errors),
            [.. Ticks(latency, Top, Middle, value => DrillReportText.Format(value, DrillUnit.Milliseconds))],
            [.. Ticks(errors, ErrorTop, Bottom, value => DrillReportText.Format(value, DrillUnit.Share))],
            [.. report.Phases.Select(phase => (phase.Name, X(phase.StartSeconds, seconds), X(phase.EndSeconds, seconds)))],
            Describe(report));
    }

    private static string Describe(DrillReport report)
    {
        var worst = report.Intervals.MaxBy(interval => interval.ErrorShare)!;
        var slowest = report.Intervals.MaxBy(interval => interval.P95Ms ?? 0)!;
        var errors = worst.Errors == 0
            ? "No request failed."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"At most {DrillReportText.Format(worst.ErrorShare, DrillUnit.Share)} fail, {worst.StartSeconds:0} s after the start.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Latency and errors over {report.Intervals.Length} intervals of {worst.Seconds:0} s. The 95th percentile of latency is at "
                + $"most {DrillWords.Figure(slowest.P95Ms, DrillUnit.Milliseconds)}, {slowest.StartSeconds:0} s after the start. {errors}");
    }

    private static string Line(
        ImmutableArray<DrillInterval> intervals, Func<DrillInterval, double?> value, double seconds, double most)
    {
        var path = new StringBuilder();
        var isDown = false;
        foreach (var interval in intervals)
        {
            if (value(interval) is { } known)
            {
                var x = X(interval.StartSeconds + (interval.Seconds / 2), seconds);
                path.Append(isDown ? 'L' : 'M').Append(Number(x)).Append(' ').Append(Number(Y(known, most, Top, Middle)));
            }

            isDown = value(interval) is not null;
        }

        return path.ToString();
    }

    private static string Bars(ImmutableArray<DrillInterval> intervals, double seconds, double most)
    {
        var path = new StringBuilder();
        foreach (var interval in intervals.Where(interval => interval.Errors > 0))
        {
            var (from, to) = (X(interval.StartSeconds, seconds), X(interval.StartSeconds + interval.Seconds, seconds));
            path.Append('M').Append(Number(from)).Append(' ').Append(Number(Bottom)).Append('V')
                .Append(Number(Y(interval.ErrorShare, most, ErrorTop, Bottom))).Append('H').Append(Number(Math.Max(from + 1, to - 1)))
                .Append('V').Append(Number(Bottom)).Append('Z');
        }

        return path.ToString();
    }

    private static IEnumerable<(string Text, double Y)> Ticks(double most, double top, double bottom, Func<double, string> text) =>
        new[] { 0, most / 2, most }.Select(value => (text(value), Y(value, most, top, bottom)));

    private static double X(double second, double seconds) => Left + (Math.Min(second / seconds, 1) * (Right - Left));

    private static double Y(double value, double most, double top, double bottom) => bottom - (value / most * (bottom - top));

    // the next of 1, 2 and 5 times a power of ten
    private static double Ceiling(double value)
    {
        if (value <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
