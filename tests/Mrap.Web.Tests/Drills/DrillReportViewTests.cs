using Bunit;
using Mrap.Web.Components.Drills;
using Mrap.Web.Data.Drills;
using Mrap.Web.Tests.Pages;

namespace Mrap.Web.Tests.Drills;

public sealed class DrillReportViewTests : PageContext
{
    [Fact]
    public void Report_OfAFailedDrill_SaysWhatDidNotHoldAndWhatChanged()
    {
        var (before, now) = (DrillReports.Failing(errors: 0), DrillReports.Failing(errors: 20));
        var drill = DrillReports.Saved(now, 1);

        var view = Render<DrillReportView>(parameters => parameters.Add(view => view.Saved, new SavedReport(
            drill, now, DrillReports.Yaml, ["The routes were not put back."], DrillReports.Saved(before, 0), before)));

        view.ByRole("heading", "Region lost").TextContent.ShouldBe("Region lost");
        view.Markup.ShouldContain("The routes were not put back.");
        view.ByRole("region", "Objectives").TextContent.ShouldContain("Does not hold");
        view.ByRole("region", "Phases").TextContent.ShouldContain("us-east-1 goes down");
        view.ByRole("region", "Since the run before").TextContent.ShouldContain("errors");
        view.ByRole("link", "Download JSON").GetAttribute("href").ShouldBe(
            $"/sandbox/drills/{drill.Id:N}/report.json");
        view.ByRole("button", "Print").HasAttribute("data-print").ShouldBeTrue();
    }

    [Fact]
    public void Charts_ShowTheStepsOfTheReportAndItsPhases()
    {
        var report = DrillReports.Failing(errors: 5);

        var (latency, requests) = (DrillPlots.Latency(report), DrillPlots.Requests(report));

        latency.Series.Select(series => series.Name).ShouldBe(["median", "95th percentile"]);
        latency.Series[1].Most.ShouldBe(68);
        latency.Marks.Select(mark => mark.Text).ShouldBe(["baseline", "fault", "back"]);
        requests.Count.ShouldBe(3);
        requests.Series.Select(series => series.Sum).ShouldBe([5, 55]);
        requests.End.ShouldBe(requests.Start.AddSeconds(3));
    }

    [Fact]
    public void View_HasAPictureWithANameForEachChart()
    {
        var report = DrillReports.Failing(errors: 5);

        var view = Render<DrillReportView>(parameters => parameters.Add(view => view.Saved, new SavedReport(
            DrillReports.Saved(report, 1), report, DrillReports.Yaml, [], Previous: null, PreviousReport: null)));

        view.AllByRole("img").Count.ShouldBe(2);
        view.ByRole("heading", "Requests and errors over time");
        view.Markup.ShouldContain("60 in all: failed 8 %, answered 92 %. At most 20 in a step, at 0 s.");
    }
}
