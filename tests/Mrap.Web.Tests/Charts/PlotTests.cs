using System.Globalization;
using CsCheck;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Tests.Charts;

public sealed class PlotTests
{
    private static readonly IReadOnlySet<string> s_none = new HashSet<string>();

    [Fact]
    public void Plot_OfSeriesOfDifferentLengths_CannotBeMade() => Should.Throw<ArgumentException>(() => PlotExample.Of(
        PlotForm.Lines, PlotUnit.Count, PlotExample.Series("a", "a", 1), PlotExample.Series("b", "b", 1, 2)));

    [Fact]
    public void Plot_OfAStepOfNoTime_CannotBeMade() => Should.Throw<ArgumentOutOfRangeException>(
        () => new Plot(PlotForm.Lines, PlotUnit.Count, PlotExample.Nine, TimeSpan.Zero, []));

    [Fact]
    public void Bars_StandOnEachOther()
    {
        var drawing = PlotDrawing.Of(PlotExample.Requests(), s_none);

        // the scale ends at 60: 30, 10 and 0 of it, then 40, 10 and 50
        drawing.Values[^1].ShouldBe(new PlotTick(1, "60"));
        drawing.Layers[0].Path.ShouldBe("M0 400v-200h1v133h1v67h1V400Z");
        drawing.Layers[1].Path.ShouldBe("M0 400v-267h1v200h1v-266h1V400Z");
        drawing.Layers[1].Points.ShouldBe("10 - 50");
    }

    [Fact]
    public void Bars_WithoutAHiddenSeries_StandOnTheGround()
    {
        var drawing = PlotDrawing.Of(PlotExample.Requests(), new HashSet<string> { "a" });

        drawing.Layers.ShouldHaveSingleItem().Path.ShouldBe("M0 400v-67h1v67h1v-333h1V400Z");
        drawing.Values[^1].Text.ShouldBe("60");
    }

    [Fact]
    public void Shares_AlwaysReachTheTop()
    {
        var drawing = PlotDrawing.Of(PlotExample.Requests(PlotForm.Shares), s_none);

        drawing.Layers[0].Path.ShouldBe("M0 400v-300h1v-100h1v400h1V400Z");
        drawing.Layers[1].Path.ShouldBe("M0 400v-400h3V400Z");
        drawing.Values[^1].Text.ShouldBe("100%");
    }

    [Theory]
    [InlineData("1 2 3", "M0.5 300l1 -100l1 -100")]
    [InlineData("1 - 3 4", "M0 300h1M2.5 100l1 -100")]
    [InlineData("- 4 -", "M1 0h1")]
    [InlineData("- -", "")]
    public void Line_HasAGapWhereNothingIsKnown(string values, string path) => PlotPath.Line(
        [.. values.Split(' ').Select(value => value == "-" ? (double?)null : double.Parse(value, CultureInfo.InvariantCulture))],
        top: 4,
        height: 400).ShouldBe(path);

    [Fact]
    public void Bars_OfNothing_AreNotDrawn() => PlotPath.Bars([0, 0], top: 1, height: 400).ShouldBeEmpty();

    [Theory]
    [InlineData(0, PlotUnit.Count, "0|1")]
    [InlineData(3, PlotUnit.Count, "0|1|2|3")]
    [InlineData(47, PlotUnit.Count, "0|20|40|60")]
    [InlineData(100, PlotUnit.Milliseconds, "0 ms|50 ms|100 ms")]
    [InlineData(0.03, PlotUnit.Share, "0%|1%|2%|3%")]
    [InlineData(0, PlotUnit.Bytes, "0 B|500 B|1,000 B|1.46 KiB")]
    [InlineData(4096, PlotUnit.Bytes, "0 B|1 KiB|2 KiB|3 KiB|4 KiB")]
    [InlineData(double.NaN, PlotUnit.Level, "0|1")]
    public void Scale_HasFewTicksAtRoundNumbers(double most, PlotUnit unit, string ticks) =>
        string.Join('|', PlotScale.Of(most, unit).Ticks.Select(tick => tick.Text)).ShouldBe(ticks);

    [Fact]
    public void Scale_OfAnyValue_HoldsItBetweenRoundNumbers() => Gen.Double[1e-6, 1e15].Select(Gen.Enum<PlotUnit>()).Sample((most, unit) =>
    {
        var scale = PlotScale.Of(most, unit);

        scale.Top.ShouldBeGreaterThanOrEqualTo(most * (1 - 1e-9));
        scale.Ticks.Length.ShouldBeInRange(2, 6);
        scale.Ticks[0].Place.ShouldBe(0);
        scale.Ticks[^1].Place.ShouldBe(1);
    });

    [Theory]
    [InlineData(60, 60, "09:00 09:10 09:20 09:30 09:40 09:50 10:00")]
    [InlineData(60, 24 * 60, "09:00 12:00 15:00 18:00 21:00 28 Nov 03:00 06:00 09:00")]
    [InlineData(3600, 24 * 7 * 60, "28 Nov 29 Nov 30 Nov 1 Dec 2 Dec 3 Dec 4 Dec")]
    public void Times_AreRound(int stepSeconds, int minutes, string ticks)
    {
        var values = Enumerable.Repeat((double?)1, minutes * 60 / stepSeconds).ToArray();
        var plot = new Plot(
            PlotForm.Lines, PlotUnit.Count, PlotExample.Nine, TimeSpan.FromSeconds(stepSeconds),
            [PlotExample.Series("a", "a", [.. values])]);

        string.Join(' ', PlotTimes.Of(plot).Select(tick => tick.Text)).ShouldBe(ticks);
    }

    [Fact]
    public void Times_SinceTheStart_AreDistances()
    {
        var plot = new Plot(
            PlotForm.Lines, PlotUnit.Count, PlotExample.Nine, TimeSpan.FromSeconds(1),
            [PlotExample.Series("a", "a", [.. Enumerable.Repeat((double?)1, 60)])])
        {
            IsElapsed = true,
        };

        PlotTimes.Of(plot).Select(tick => tick.Text).ShouldBe(["0 s", "10 s", "20 s", "30 s", "40 s", "50 s", "1 min"]);
    }

    [Fact]
    public void Csv_HasIsoTimesInvariantNumbersAndEmptyFields() => PlotCsv.Of(PlotExample.Requests()).ShouldBe(
        """
        time,Ireland,N. Virginia
        2026-11-27T09:00:00Z,30,10
        2026-11-27T09:20:00Z,10,
        2026-11-27T09:40:00Z,0,50

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void Summary_OfSums_NamesTheWholeThePartsAndTheMost() => PlotSummary.Of(PlotExample.Requests() with
    {
        Marks = [new PlotMark(PlotMarkKind.Fault, PlotExample.Nine.AddMinutes(5), Until: null, "Ireland is down")],
    }).ShouldBe(
        "From 09:00 to 10:00 UTC, in steps of 20 minutes. 100 in all: Ireland 40 %, N. Virginia 60 %. "
            + "At most 50 in a step, at 09:40. 1 event is marked.");

    [Fact]
    public void Summary_OfLevels_NamesTheMostAndTheLast() => PlotSummary.Of(PlotExample.Of(
        PlotForm.Lines, PlotUnit.Milliseconds, PlotExample.Series("a", "p99", 12, 800, null))).ShouldBe(
        "From 09:00 to 10:00 UTC, in steps of 20 minutes. p99: at most 800 ms, at 09:20; last 800 ms.");

    [Fact]
    public void Series_OfWhichNothingIsKnown_HasNoPartOfTheSum()
    {
        var plot = PlotExample.Of(
            PlotForm.Stacked, PlotUnit.Count, PlotExample.Series("a", "Ireland", null, null), PlotExample.Series("b", "Sydney", 4, 0));

        plot.Series.Select(series => PlotSummary.Of(plot, series)).ShouldBe(["–", "100 %"]);
    }

    [Fact]
    public void Flags_OutsideOfTheTime_AreLeftOutAndOthersKeepTheirNumber()
    {
        var plot = PlotExample.Requests() with
        {
            Marks =
            [
                new PlotMark(PlotMarkKind.Change, PlotExample.Nine.AddHours(-1), Until: null, "before"),
                new PlotMark(PlotMarkKind.Fault, PlotExample.Nine.AddHours(-1), PlotExample.Nine.AddMinutes(30), "reaches in"),
                new PlotMark(PlotMarkKind.Change, PlotExample.Nine.AddHours(1), Until: null, "after"),
            ],
        };

        PlotFlag.Of(plot).ShouldBe([new PlotFlag(plot.Marks[1], 2, 0, 0.5)]);
    }

    [Theory]
    [InlineData(0, PlotUnit.Count, "0")]
    [InlineData(1234.4, PlotUnit.Count, "1,234")]
    [InlineData(12.34, PlotUnit.Milliseconds, "12.3 ms")]
    [InlineData(12_345, PlotUnit.Milliseconds, "12.3 s")]
    [InlineData(900, PlotUnit.Seconds, "15 min")]
    [InlineData(0.0123, PlotUnit.Share, "1.2%")]
    [InlineData(1023, PlotUnit.Bytes, "1,023 B")]
    [InlineData(1_572_864, PlotUnit.LevelBytes, "1.5 MiB")]
    public void Text_HasItsUnit(double value, PlotUnit unit, string text) => PlotText.Of(value, unit).ShouldBe(text);
}
