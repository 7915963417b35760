using System.Globalization;

namespace Mrap.Web.Components.Shared;

/// <summary>Numbers and times for reading, in the reader's culture. Addresses and exports never use these.</summary>
public static class DisplayFormat
{
    /// <summary>A share, 0 to 1, in whole per cents.</summary>
    public static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>A duration in whole milliseconds.</summary>
    public static string Milliseconds(double value) => $"{value.ToString("N0", CultureInfo.CurrentCulture)} ms";

    /// <summary>
    /// A duration in its two largest units: <c>42 s</c>, <c>3 min 5 s</c>, <c>1 h 0 min</c>; parts of a second are left out, and a negative
    /// one is none.
    /// </summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { Ticks: < 0 } => Duration(TimeSpan.Zero),
        { TotalMinutes: < 1 } => $"{Whole(duration.TotalSeconds)} s",
        { TotalHours: < 1 } => $"{duration.Minutes} min {duration.Seconds} s",
        _ => $"{Whole(duration.TotalHours)} h {duration.Minutes} min",
    };

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? one : many)}";

    /// <summary>How long ago, coarsely: <c>just now</c>, <c>3 minutes ago</c>, <c>2 days ago</c>; a time to come counts as now.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalMinutes: < 59.5 } age => $"{Count(Math.Max(1, (int)Math.Round(age.TotalMinutes)), "minute", "minutes")} ago",
        { TotalHours: < 23.5 } age => $"{Count((int)Math.Round(age.TotalHours), "hour", "hours")} ago",
        { TotalDays: < 60 } age => $"{Count(Math.Max(1, (int)Math.Round(age.TotalDays)), "day", "days")} ago",
        var age => $"{Count((int)(age.TotalDays / 30.4), "month", "months")} ago",
    };

    /// <summary>The time of day to the second, with its zone.</summary>
    public static string TimeOfDay(DateTimeOffset time) => $"{time.ToUniversalTime().ToString("T", CultureInfo.CurrentCulture)} UTC";

    /// <summary>The exact time with its zone.</summary>
    public static string Exact(DateTimeOffset time) => $"{time.ToUniversalTime().ToString("F", CultureInfo.CurrentCulture)} UTC";

    private static string Whole(double value) => Math.Floor(value).ToString("N0", CultureInfo.CurrentCulture);
}
