using CsCheck;
using Mrap.Core.Metrics;

namespace Mrap.Core.Tests.Metrics;

public sealed class MetricWindowTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 9, 30, 12, TimeSpan.Zero);

    [Theory]
    [InlineData("15m", 60, 16)]
    [InlineData("1h", 60, 61)]
    [InlineData("3h", 60, 181)]
    [InlineData("24h", 300, 289)]
    [InlineData("7d", 3600, 169)]
    [InlineData("30d", 21_600, 121)]
    [InlineData("455d", 86_400, 456)]
    public void Range_UpToNow_HasThePeriodThatFits(string range, int seconds, int points)
    {
        var window = MetricWindow.Of(TimeRange.Parse(range).Value, s_now);

        (window.Period, window.Count).ShouldBe((TimeSpan.FromSeconds(seconds), points));
    }

    [Theory]
    [InlineData("2026-11-20T09:00Z/2026-11-20T10:00Z", 60)]
    [InlineData("2026-11-01T09:00Z/2026-11-01T10:00Z", 300)]
    [InlineData("2026-08-01T09:00Z/2026-08-01T10:00Z", 3600)]
    public void Range_LongAgo_HasThePeriodThatIsStillKept(string range, int seconds) =>
        MetricWindow.Of(TimeRange.Parse(range).Value, s_now).Period.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Periods_RunningOne_IsOpenAndLast()
    {
        var window = MetricWindow.Of(TimeRange.Parse("15m").Value, s_now);

        window.TimeOf(window.Count - 1).ShouldBe(new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero));
        window.IsOpen(window.Count - 1).ShouldBeTrue();
        window.IsOpen(window.Count - 2).ShouldBeFalse();
    }

    [Fact]
    public void Range_InTheFuture_IsOnePeriod()
    {
        var window = MetricWindow.Of(TimeRange.Parse("2027-01-01T00:00Z/2027-01-02T00:00Z").Value, s_now);

        (window.Count, window.IndexOf(s_now)).ShouldBe((1, 0));
    }

    [Fact]
    public void Days_BeginAtMidnight()
    {
        var window = MetricWindow.OfDays(3, s_now);

        (window.From, window.To, window.Count).ShouldBe(
            (new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero), 3));
    }

    [Fact]
    public void AnyRange_IsCoveredByWholePeriodsThatAreKept() => TimeRangeTests.Ranges.Sample(range =>
    {
        var window = MetricWindow.Of(range, s_now);
        var (from, to) = range.At(s_now);

        window.From.ShouldBeLessThanOrEqualTo(from);
        (from - window.From).ShouldBeLessThan(window.Period);
        window.To.ShouldBeGreaterThanOrEqualTo(to);
        (window.To - to).ShouldBeLessThan(window.Period);
        (window.From.UtcTicks % window.Period.Ticks).ShouldBe(0);
        window.TimeOf(window.Count).ShouldBe(window.To);
        window.Count.ShouldBeInRange(1, window.Period < TimeSpan.FromDays(1) ? MetricWindow.MaxPoints + 2 : 457);
        if (s_now - from > TimeSpan.FromDays(15))
        {
            window.Period.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        }

        if (s_now - from > TimeSpan.FromDays(63))
        {
            window.Period.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(1));
        }
    });

    [Fact]
    public void AnyPeriod_ContainsItsInstants() => Gen.Select(TimeRangeTests.Ranges, Gen.Double[0, 0.999999]).Sample((range, part) =>
    {
        var window = MetricWindow.Of(range, s_now);
        var index = (int)(part * window.Count);

        window.IndexOf(window.TimeOf(index)).ShouldBe(index);
        window.IndexOf(window.TimeOf(index) + window.Period - TimeSpan.FromTicks(1)).ShouldBe(index);
        window.IndexOf(window.To).ShouldBeNull();
        window.IndexOf(window.From.AddTicks(-1)).ShouldBeNull();
    });
}
