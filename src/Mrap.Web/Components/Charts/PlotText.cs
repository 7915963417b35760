using System.Globalization;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Charts;

/// <summary>Values and times of plots for reading, in the reader's culture. wwwroot/js/chart.js writes them in the same way.</summary>
internal static class PlotText
{
    private static readonly string[] s_bytes = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>A value with its unit.</summary>
    public static string Of(double value, PlotUnit unit) => unit switch
    {
        PlotUnit.Bytes or PlotUnit.LevelBytes => Bytes(value),
        PlotUnit.Milliseconds => value < 10_000 ? $"{Number(value)} ms" : $"{Number(value / 1000)} s",
        PlotUnit.Seconds => value < 600 ? $"{Number(value)} s" : $"{Number(value / 60)} min",
        PlotUnit.Share => value.ToString("0.#%", CultureInfo.CurrentCulture),
        _ => Number(value),
    };

    /// <summary>A value that may be unknown.</summary>
    public static string Of(double? value, PlotUnit unit) => value is { } known ? Of(known, unit) : "–";

    /// <summary>When a step of a plot begins, as its table and its reader are told.</summary>
    public static string Time(Plot plot, DateTimeOffset time) => plot.IsElapsed
        ? DisplayFormat.Duration(time - plot.Start)
        : time.UtcDateTime.ToString(plot.End - plot.Start > TimeSpan.FromDays(1) ? "g" : "t", CultureInfo.CurrentCulture);

    /// <summary>A length of time with one unit: <c>a minute</c>, <c>5 minutes</c>.</summary>
    public static string Step(TimeSpan step) => step switch
    {
        { TotalDays: >= 1 } => Step((int)step.TotalDays, "a day", "days"),
        { TotalHours: >= 1 } => Step((int)step.TotalHours, "an hour", "hours"),
        { TotalMinutes: >= 1 } => Step((int)step.TotalMinutes, "a minute", "minutes"),
        _ => Step((int)step.TotalSeconds, "a second", "seconds"),
    };

    private static string Step(int count, string one, string many) => count == 1 ? one : $"{DisplayFormat.Number(count)} {many}";

    /// <summary>How many times 1024 a number of bytes is written in, 0 to 5.</summary>
    public static int PowerOf(double bytes)
    {
        var power = 0;
        for (; power < s_bytes.Length - 1 && Math.Abs(bytes) >= 1024; power++)
        {
            bytes /= 1024;
        }

        return power;
    }

    private static string Bytes(double value)
    {
        var power = PowerOf(value);
        return $"{Number(value / Math.Pow(1024, power))} {s_bytes[power]}";
    }

    // three digits are enough of what is small, and all of what is large
    private static string Number(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "#,0.#", _ => "0.##" }, CultureInfo.CurrentCulture);
}
