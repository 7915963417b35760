using System.Collections.Immutable;

namespace Mrap.Web.Navigation;

/// <summary>The periods in addresses, in words and as a length.</summary>
public static class ActivityPeriods
{
    private static readonly ImmutableArray<(ActivityPeriod Period, string Wire, string Words, TimeSpan? Length)> s_all =
    [
        (ActivityPeriod.Any, string.Empty, "Any time", null),
        (ActivityPeriod.Hour, "1h", "Last hour", TimeSpan.FromHours(1)),
        (ActivityPeriod.Day, "24h", "Last 24 hours", TimeSpan.FromDays(1)),
        (ActivityPeriod.Week, "7d", "Last 7 days", TimeSpan.FromDays(7)),
        (ActivityPeriod.Month, "30d", "Last 30 days", TimeSpan.FromDays(30)),
        (ActivityPeriod.Custom, "custom", "Between two times", null),
    ];

    /// <summary>In an address; empty for any time.</summary>
    public static string ToWire(this ActivityPeriod period) => Of(period).Wire;

    public static string Words(this ActivityPeriod period) => Of(period).Words;

    /// <summary>How far it reaches back from now; null when now has no part in it.</summary>
    public static TimeSpan? Length(this ActivityPeriod period) => Of(period).Length;

    /// <summary>The period of an address; null when the text is none.</summary>
    public static ActivityPeriod? Find(string wire)
    {
        foreach (var each in s_all)
        {
            if (each.Wire.Length > 0 && string.Equals(each.Wire, wire, StringComparison.OrdinalIgnoreCase))
            {
                return each.Period;
            }
        }

        return null;
    }

    private static (ActivityPeriod Period, string Wire, string Words, TimeSpan? Length) Of(ActivityPeriod period) =>
        s_all.First(each => each.Period == period);
}
