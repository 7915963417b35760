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
    public void Chart_IsAPictureWithANameAndTheSameAsATable()
    {
        var report = DrillReports.Failing(errors: 5);

        var chart = Render<DrillChart>(parameters => parameters.Add(chart => chart.Report, report));

        chart.Find("svg[role=img]").GetAttribute("aria-label").ShouldBe(
            "Latency and errors over 3 intervals of 1 s. The 95th percentile of latency is at most 68 ms, 2 s after the start. "
                + "At most 25% fail, 1 s after the start.");
        chart.FindAll("details tbody tr").Count.ShouldBe(3);
        chart.FindAll("path.drill-median")[0].GetAttribute("d").ShouldNotBeNull().Count(c => c is 'M' or 'L').ShouldBe(3);
    }
}
