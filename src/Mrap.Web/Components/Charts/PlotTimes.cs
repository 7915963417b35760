using System.Collections.Immutable;
using System.Globalization;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Charts;

/// <summary>The axis of time: ticks at round times of UTC, or at round distances from the start.</summary>
internal static class PlotTimes
{
    private const int MostTicks = 8;

    private static readonly TimeSpan[] s_steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 7, 14, 28, 91, 364 }.Select(days => TimeSpan.FromDays(days)),
    ];

    /// <summary>The ticks of a plot, from the left: eight at most.</summary>
    public static ImmutableArray<PlotTick> Of(Plot plot)
    {
        if (plot.Count == 0)
        {
            return [];
        }

        var span = plot.End - plot.Start;
        var step = s_steps.FirstOrDefault(step => span / step <= MostTicks, s_steps[^1]);
        var origin = plot.IsElapsed ? plot.Start : DateTimeOffset.UnixEpoch;
        var first = origin + ((long)Math.Ceiling((plot.Start - origin) / step) * step);
        var ticks = ImmutableArray.CreateBuilder<PlotTick>();
        for (var time = first; time <= plot.End && ticks.Count <= MostTicks; time += step)
        {
            ticks.Add(new PlotTick(plot.Place(time), Text(plot, time, step)));
        }

        return ticks.ToImmutable();
    }

    private static string Text(Plot plot, DateTimeOffset time, TimeSpan step)
    {
        if (plot.IsElapsed)
        {
            var elapsed = time - plot.Start;
            return elapsed.Ticks > 0 && elapsed.Ticks % TimeSpan.TicksPerMinute == 0
                ? $"{elapsed.TotalMinutes.ToString("0", CultureInfo.CurrentCulture)} min"
                : DisplayFormat.Duration(elapsed);
        }

        return time.UtcDateTime.ToString(
            step >= TimeSpan.FromDays(1) || time.UtcDateTime.TimeOfDay == TimeSpan.Zero
                ? "d MMM"
                : step < TimeSpan.FromMinutes(1) ? "T" : "t",
            CultureInfo.CurrentCulture);
    }
}
