using Bunit;
using Mrap.Web.Components.Charts;
using Mrap.Web.Tests.Pages;

namespace Mrap.Web.Tests.Charts;

public sealed class ChartFigureTests : PageContext
{
    [Fact]
    public void Picture_IsNamedByItsHeadingAndSaysWhatItShows()
    {
        var chart = Show(PlotExample.Requests());

        var picture = chart.ByRole("img");
        var words = string.Join(' ', picture.GetAttribute("aria-labelledby")!.Split(' ').Select(id => chart.Find($"#{id}").TextContent));
        words.ShouldStartWith("Requests by Region From 09:00");
        words.ShouldContain("100 in all: Ireland 40 %, N. Virginia 60 %.");
        picture.QuerySelector("svg")!.GetAttribute("aria-hidden").ShouldBe("true");
    }

    [Fact]
    public void Table_HasTheSameValues()
    {
        var chart = Show(PlotExample.Requests());

        chart.ByRole("button", "Table").Click();

        chart.FindAll("thead th").Select(cell => cell.TextContent).ShouldBe(["Time (UTC)", "Ireland", "N. Virginia"]);
        chart.FindAll("tbody td").Select(cell => cell.TextContent).ShouldBe(["30", "10", "10", "–", "0", "50"]);
        chart.AllByRole("img").ShouldBeEmpty();
    }

    [Fact]
    public void Csv_CanBeCopiedAndKept()
    {
        var chart = Show(PlotExample.Requests());

        chart.ByRole("button", "CSV").Click();

        chart.Find("pre").TextContent.ShouldBe(PlotCsv.Of(PlotExample.Requests()).ReplaceLineEndings("\n"));
        chart.ByRole("button", "Download requests-by-region.csv").GetAttribute("data-save").ShouldBe("requests-by-region.csv");
        chart.ByRole("button", "Copy the values of Requests by Region");
    }

    [Fact]
    public void Csv_FollowsNewValues()
    {
        var chart = Show(PlotExample.Requests());
        chart.ByRole("button", "CSV").Click();
        var next = PlotExample.Of(PlotForm.Stacked, PlotUnit.Count, PlotExample.Series("a", "Ireland", 7, 8, 9));

        chart.Render(parameters => parameters.Add(figure => figure.Plot, next));

        chart.Find("pre").TextContent.ShouldBe(PlotCsv.Of(next).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Legend_LeavesASeriesOutAndBringsItBack()
    {
        var chart = Show(PlotExample.Requests());
        var ireland = "Ireland 40 %";

        chart.ByRole("button", ireland).Click();

        chart.ByRole("button", ireland).GetAttribute("aria-pressed").ShouldBe("false");
        chart.FindAll("path.plot-series").ShouldHaveSingleItem().GetAttribute("data-name").ShouldBe("N. Virginia");
        chart.ByRole("button", ireland).Click();
        chart.FindAll("path.plot-series").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Range_ThatIsChosen_ReachesFromItsFirstStepToTheEndOfItsLast()
    {
        ChartRange? chosen = null;
        var chart = Show(PlotExample.Requests(), range => chosen = range);

        await chart.InvokeAsync(() => chart.FindComponent<PlotView>().Instance.OnChosenAsync(1, 2));

        chosen.ShouldBe(new ChartRange(PlotExample.Nine.AddMinutes(20), PlotExample.Nine.AddHours(1)));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    public async Task Range_ThatThePlotDoesNotHave_IsNotHeard(int first, int last)
    {
        ChartRange? chosen = null;
        var chart = Show(PlotExample.Requests(), range => chosen = range);

        await chart.InvokeAsync(() => chart.FindComponent<PlotView>().Instance.OnChosenAsync(first, last));

        chosen.ShouldBeNull();
    }

    [Fact]
    public void Chart_WithoutAnyValue_SaysSo() => Show(PlotExample.Of(
        PlotForm.Lines, PlotUnit.Count, PlotExample.Series("a", "Ireland", null, null)))
        .Find(".plot-empty").TextContent.ShouldBe("There are no values in this time.");

    [Fact]
    public void Chart_ThatIsStillRead_SaysWhatIsAwaited() =>
        Show(plot: null).ByRole("status", "Loading Requests by Region");

    [Fact]
    public void Update_OfFourSeriesOfThreeHours_IsSmall()
    {
        // what crosses the circuit when the values move on by a minute are the texts that changed
        var random = new Random(1);
        var plot = PlotExample.Of(PlotForm.Stacked, PlotUnit.Count, [.. Enumerable.Range(0, 4).Select(
            i => PlotExample.Series($"s{i}", $"Region {i}", [.. Enumerable.Range(0, 180).Select(_ => (double?)random.Next(0, 1000))]))]);

        var texts = PlotDrawing.Of(plot, new HashSet<string>()).Layers.Sum(layer => layer.Path.Length + layer.Points.Length);

        texts.ShouldBeLessThan(9_000);
    }

    private IRenderedComponent<ChartFigure> Show(Plot? plot, Action<ChartRange>? chosen = null) => Render<ChartFigure>(parameters =>
    {
        parameters.Add(figure => figure.Title, "Requests by Region").Add(figure => figure.Plot, plot);
        if (chosen is not null)
        {
            parameters.Add(figure => figure.RangeChosen, chosen);
        }
    });
}
