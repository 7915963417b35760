namespace Mrap.Core.Metrics;

/// <summary>
/// The grid that series are laid on: periods of one length, beside each other, the latest of which may still be running. All series of a
/// window have a value, or a gap, for each of its periods.
/// </summary>
public sealed record MetricWindow
{
    /// <summary>The most points that a window aims at; only ranges of many months have more.</summary>
    public const int MaxPoints = 360;

    // CloudWatch keeps points of a minute for 15 days, of five minutes for 63 days and of an hour for 455 days (CloudWatch User Guide,
    // "Metrics retention"). Longer periods are made of hours.
    private static readonly (TimeSpan Period, TimeSpan Kept)[] s_periods =
    [
        (TimeSpan.FromMinutes(1), TimeSpan.FromDays(15)),
        (TimeSpan.FromMinutes(5), TimeSpan.FromDays(63)),
        (TimeSpan.FromHours(1), TimeRange.Max),
        (TimeSpan.FromHours(6), TimeRange.Max),
        (TimeSpan.FromDays(1), TimeRange.Max),
    ];

    private MetricWindow(DateTimeOffset from, DateTimeOffset to, TimeSpan period, DateTimeOffset now)
    {
        (From, To, Period, Now) = (from, to, period, now);
        Count = (int)((to - from).Ticks / period.Ticks);
    }

    /// <summary>Where the first period begins, UTC: a multiple of the period.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Where the last period ends, UTC: a multiple of the period, perhaps later than now.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The length of a period: 1 or 5 minutes, 1 or 6 hours or a day.</summary>
    public TimeSpan Period { get; }

    /// <summary>When the window was laid out.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How many periods there are, 1 or more.</summary>
    public int Count { get; }

    /// <summary>
    /// Lays a window over a range, with the shortest periods that are still kept and that make no more points than a chart shows.
    /// </summary>
    /// <param name="now">The clock. Nothing after the period that is running now is in the window.</param>
    /// <returns>The window: it covers the whole range as far as it is past, and at least one period.</returns>
    public static MetricWindow Of(TimeRange range, DateTimeOffset now)
    {
        now = now.ToUniversalTime();
        var (from, to) = range.At(now);
        return Aligned(from, to < now ? to : now, PeriodOf(from, to, now), now);
    }

    /// <summary>Lays a window of whole days, for metrics that are published once a day.</summary>
    /// <param name="days">How many days, 1 to 455, the running one included.</param>
    /// <param name="now">The clock.</param>
    /// <returns>The window.</returns>
    public static MetricWindow OfDays(int days, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, (int)TimeRange.Max.TotalDays);
        now = now.ToUniversalTime();
        var day = TimeSpan.FromDays(1);
        var to = Floor(now, day) + day;
        return new MetricWindow(to - (days * day), to, day, now);
    }

    /// <summary>Where a period begins.</summary>
    /// <param name="index">The number of the period, zero-based.</param>
    /// <returns>The instant, UTC.</returns>
    public DateTimeOffset TimeOf(int index) => From + (index * Period);

    /// <summary>The period that an instant is in.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Its number, zero-based; null outside of the window.</returns>
    public int? IndexOf(DateTimeOffset at) => at >= From && at < To ? (int)((at - From).Ticks / Period.Ticks) : null;

    /// <summary>Whether another window has the same periods, whenever it was laid out.</summary>
    /// <returns>Whether series of both can be put together.</returns>
    public bool IsAlignedWith(MetricWindow other) => (From, To, Period) == (other.From, other.To, other.Period);

    /// <summary>Whether a period is still running, so that its value is not its last.</summary>
    /// <param name="index">The number of the period, zero-based.</param>
    /// <returns>Whether it ends after <see cref="Now"/>.</returns>
    public bool IsOpen(int index) => TimeOf(index) + Period > Now;

    private static MetricWindow Aligned(DateTimeOffset from, DateTimeOffset to, TimeSpan period, DateTimeOffset now)
    {
        var end = Floor(to - TimeSpan.FromTicks(1), period) + period;
        return new MetricWindow(from < to ? Floor(from, period) : end - period, end, period, now);
    }

    private static TimeSpan PeriodOf(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        foreach (var (period, kept) in s_periods)
        {
            if (now - from <= kept && (to - from).Ticks / period.Ticks <= MaxPoints)
            {
                return period;
            }
        }

        return s_periods[^1].Period;
    }

    private static DateTimeOffset Floor(DateTimeOffset instant, TimeSpan period) =>
        new(instant.UtcTicks - (instant.UtcTicks % period.Ticks), TimeSpan.Zero);
}
