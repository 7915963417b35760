using CsCheck;
using Mrap.Core.Metrics;

namespace Mrap.Core.Tests.Metrics;

public sealed class TimeRangeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 9, 30, 12, TimeSpan.Zero);

    [Fact]
    public void Presets_Texts_AreThoseOfTheUrl() =>
        TimeRange.Presets.Select(range => range.ToString()).ShouldBe(["15m", "1h", "3h", "24h", "7d"]);

    [Theory]
    [InlineData("60m", "1h")]
    [InlineData("90m", "90m")]
    [InlineData("1d", "24h")]
    [InlineData("48h", "2d")]
    [InlineData("455d", "455d")]
    [InlineData("2026-11-27T09:00Z/2026-11-27T10:30Z", "2026-11-27T09:00Z/2026-11-27T10:30Z")]
    [InlineData("2026-11-27T09:00:00Z/2026-11-27T10:30:05Z", "2026-11-27T09:00Z/2026-11-27T10:30:05Z")]
    public void Parse_Range_IsPrintedShort(string text, string printed) => TimeRange.Parse(text).Value.ToString().ShouldBe(printed);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("456d")]
    [InlineData("99999999999h")]
    [InlineData("3H")]
    [InlineData("3w")]
    [InlineData("h")]
    [InlineData("2026-11-27T09:00Z")]
    [InlineData("2026-11-27T09:00Z/")]
    [InlineData("/2026-11-27T09:00Z")]
    [InlineData("2026-11-27T10:00Z/2026-11-27T09:00Z")]
    [InlineData("2026-11-27T09:00Z/2026-11-27T09:00:59Z")]
    [InlineData("2020-11-27T09:00Z/2026-11-27T09:00Z")]
    [InlineData("2026-11-27T09:00/2026-11-27T10:00")]
    public void Parse_NoRange_SaysWhy(string? text) => TimeRange.Parse(text).Faults.ShouldHaveSingleItem().ShouldStartWith("must ");

    [Fact]
    public void Latest_EndsNow() => TimeRange.Parse("3h").Value.At(s_now).ShouldBe((s_now.AddHours(-3), s_now));

    [Fact]
    public void Between_EndsWhereItSays()
    {
        var range = TimeRange.Parse("2026-11-27T09:00Z/2026-11-27T10:30Z").Value;

        range.IsLatest.ShouldBeFalse();
        range.Length.ShouldBe(TimeSpan.FromMinutes(90));
        range.At(s_now).ShouldBe((s_now.AddMinutes(-30).AddSeconds(-12), s_now.AddMinutes(59).AddSeconds(48)));
    }

    [Fact]
    public void Default_IsThreeHours() => default(TimeRange).ToString().ShouldBe("3h");

    [Fact]
    public void Text_OfAnyRange_IsReadAsTheSame() => Ranges.Sample(range => TimeRange.Parse(range.ToString()).Value.ShouldBe(range));

    internal static Gen<TimeRange> Ranges { get; } = Gen.OneOf(
        Gen.Int[1, 455 * 24 * 60].Select(minutes => TimeRange.Last(TimeSpan.FromMinutes(minutes))),
        Gen.Select(Gen.Int[0, 500 * 86_400], Gen.Int[60, 455 * 86_400])
            .Select((back, seconds) => TimeRange.Between(s_now.AddSeconds(-back - seconds), s_now.AddSeconds(-back)).Value));
}
